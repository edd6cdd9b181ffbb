import type { FieldProblem } from '../domain/ballot/check-ballot';
import { VETO_TEXT } from '../domain/ballot/veto';
import { isOffSystem } from '../domain/ballot/veto-rules';
import type { Refusal } from '../domain/shared/refusal';
import { pageHead, act, type Act } from '../http/views/acts';
import { areaField, checksField, type Field } from '../http/views/fields';
import type { Page, PageModel } from '../http/views/frame';
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { groundName, settlersOf, standingText, vetoTag } from './veto-lines.views';
import { mustDeclare, type VetoRead, type Watcher } from './veto-standing';
import type { SeenVeto } from './vetoes.queries';

/** A form with one reason and one button; shown with its reason also where it cannot be sent now. */
export interface SettleForm {
  readonly title: string;
  readonly formId: string;
  readonly action: string;
  /** Asked of a seat that has not declared it for the item. */
  readonly interest: Field | null;
  readonly reason: Field;
  readonly submit: Act;
}

/** The model of `vetoes/show` and `ballots/veto`. */
export interface VetoPageModel extends PageModel {
  readonly id: string;
  readonly title: string;
  readonly state: Tag;
  readonly standing: string;
  readonly back: { readonly label: string; readonly href: string };
  readonly itemHref: string;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { readonly label: string; readonly value: string; readonly sub: string }[];
  };
  readonly secret: string;
  readonly forms: readonly SettleForm[];
}

export interface VetoPageInput {
  readonly seen: SeenVeto & { readonly watcher: Watcher };
  /** A form that came back: which, what was typed, what is wrong. */
  readonly sent: {
    readonly move: 'confirm' | 'dismiss';
    readonly reason: string;
    readonly hasNoInterest?: boolean;
    readonly problems: readonly FieldProblem[];
  } | null;
}

type Way = 'confirm' | 'dismiss' | 'withdraw';
const paths: Readonly<Record<Way, string>> = {
  confirm: 'confirmation',
  dismiss: 'dismissal',
  withdraw: 'withdrawal',
};

/** One veto: what it says, where it stands, and what this watcher may do about it. */
export function vetoPageView({ seen, sent }: VetoPageInput, words: Words): VetoPageModel {
  const { veto, watcher } = seen;
  const isSeat = watcher.as === 'seat';
  const title = groundName(veto.ground, words);
  return {
    page: isSeat ? seatPage(title) : officePage(veto, title, words),
    id: veto.id,
    title,
    state: vetoTag(veto.state, words),
    standing: standingText(veto, words),
    back: isSeat
      ? { label: words.t('ballots.item.all'), href: '/ballot' }
      : { label: words.t('vetoes.toRound', { round: veto.round.number }), href: `/rounds/${veto.round.id}` },
    itemHref: isSeat ? `/ballot/items/${veto.itemId}` : '',
    facts: { two: false, items: facts(veto, words) },
    secret: ['open', 'locked'].includes(veto.round.state) ? words.t('vetoes.secret') : '',
    forms: forms(seen, sent, words),
  };
}

const seatPage = (title: string): Page => ({ title, dataPage: 'veto-show', layout: 'ballot' });

function officePage({ round, position }: VetoRead, title: string, words: Words): Page {
  return {
    title,
    dataPage: 'veto-show',
    crumbs: [
      { label: words.t('rounds.crumb.desk'), href: '/' },
      { label: words.t('vetoes.title'), href: '/vetoes' },
      { label: words.t('vetoes.place', { round: round.number, position }) },
    ],
    head: pageHead({ title, meta: [words.t('vetoes.place', { round: round.number, position })] }),
  };
}

function facts(veto: VetoRead, words: Words): { label: string; value: string; sub: string }[] {
  const fmt = formatsFor(words);
  const { position, leadNumber: lead, title, investorName } = veto;
  const fact = (key: string, value: string, sub = '') => ({
    label: words.t(`vetoes.fact.${key}`),
    value,
    sub,
  });
  const said = isOffSystem(veto.ground)
    ? [fact('text', words.t('vetoes.offSystem'))]
    : [fact('basis', veto.basis), fact('text', veto.facts)];
  return [
    fact('item', words.t('vetoes.fact.itemOf', { position, title }), lead),
    fact('investor', investorName),
    ...said,
    fact('raised', veto.raisedLabel, fmt.dateTimeFull(veto.raisedAt)),
    fact('settler', settlersOf(veto, words)),
    ...(veto.settledAt === null
      ? []
      : [
          fact('settled', standingText(veto, words)),
          ...(veto.state === 'withdrawn' && veto.settledReason === ''
            ? []
            : [fact('reason', veto.settledReason || words.t('vetoes.noReason'))]),
        ]),
  ];
}

function forms(
  { veto, standing, watcher }: VetoPageInput['seen'],
  sent: VetoPageInput['sent'],
  words: Words,
): SettleForm[] {
  const { isConfirmer, isRaiser, settle, withdraw } = standing;
  const form = (way: Way, refusal: Refusal | null): SettleForm => {
    const own = sent?.move === way ? sent : null;
    const problemOf = (field: string): string => {
      const found = own?.problems.find((one) => one.field === field);
      return found ? words.t(`vetoes.problem.${found.because}`, found.details) : '';
    };
    const formId = `${way}-form`;
    const isRequired = way === 'confirm' && veto.ground.confirmedBy.by === 'secretariat';
    const because = refusal && words.t(`refusal.${refusal.because}`, refusalDetails(refusal, words));
    return {
      title: words.t(`vetoes.${way}.title`),
      formId,
      action: `/vetoes/${veto.id}/${paths[way]}`,
      interest:
        way !== 'withdraw' && mustDeclare(veto, watcher)
          ? checksField({
              id: `${way}-interest`,
              name: 'interest[]',
              label: words.t('vetoes.interest'),
              hint: words.t('vetoes.interest.hint'),
              error: problemOf('interest'),
              required: true,
              stacked: true,
              options: [
                {
                  value: 'none',
                  label: words.t('vetoes.interest.none', { investor: veto.investorName }),
                  selected: own?.hasNoInterest === true,
                },
              ],
            })
          : null,
      reason: areaField({
        id: `${way}-reason`,
        name: 'reason',
        label: words.t(isRequired ? 'vetoes.confirm.record' : `vetoes.${way}.reason`),
        hint: words.t(isOffSystem(veto.ground) ? 'vetoes.noSecrets' : `vetoes.${way}.hint`),
        value: own?.reason ?? '',
        error: problemOf('reason'),
        rows: 2,
        max: VETO_TEXT.most,
        required: isRequired,
        optional: !isRequired,
        stacked: true,
      }),
      submit: act({
        id: way,
        form: formId,
        tone: way === 'confirm' ? 'danger' : '',
        label: words.t(`vetoes.${way}.submit`),
        why: words.t(`vetoes.${way}.why`),
        disabledBecause: because,
      }),
    };
  };
  return [
    ...(isConfirmer ? [form('confirm', settle), form('dismiss', settle)] : []),
    ...(isRaiser && watcher.as === 'seat' ? [form('withdraw', withdraw)] : []),
  ];
}

function refusalDetails({ details }: Refusal, words: Words): Record<string, string | number> {
  const { state } = details ?? {};
  return { ...details, ...(state === undefined ? {} : { state: words.t(`vetoes.state.${state}`) }) };
}
