import { holds, type Viewer } from '../domain/access/viewer';
import {
  DISPUTE_EVIDENCE,
  DISPUTE_OUTCOMES,
  DISPUTE_WEIGHTS,
  disputeMachine,
  type DisputeMove,
} from '../domain/claim/dispute';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { Instant } from '../domain/shared/instant';
import { areaField, fileField, groupField, numberField, radiosField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';
import { claimForm, refusalSentence, Typed, type ClaimForm, type SentBack } from './claim-page.views';
import { disputeFacts } from './dispute-facts';
import type { DisputePageData } from './disputes.queries';

/** What this person can do in a dispute now, and of what is not its turn yet a sentence each. */
export interface DisputeTurn {
  readonly forms: readonly ClaimForm[];
  readonly later: readonly string[];
}

export function disputeForms(
  viewer: Viewer,
  { dispute, side }: DisputePageData,
  now: Instant,
  sent: SentBack | null,
  words: Words,
): DisputeTurn {
  if (dispute.state === 'ruled' || dispute.state === 'withdrawn') return { forms: [], later: [] };
  const refusalOf = (move: DisputeMove): Refusal | null => {
    const refusal = disputeMachine.check(move, dispute.state, disputeFacts(viewer, dispute, now));
    return refusal?.because === 'wrongState' ? refuse('disputeNotNow') : refusal;
  };
  const base = `/disputes/${dispute.id}`;
  if (side === 'holder') {
    const answers = dispute.state === 'filed';
    const form = () => statementForm('answer', `${base}/answer`, refusalOf('answer'), sent, words);
    return { forms: answers ? [form()] : [], later: [] };
  }
  if (side === 'challenger') return { forms: [withdrawForm(base, sent, words)], later: [] };
  const rules = holds(viewer, dispute.forLeadingGroup === 1 ? 'leadingGroup' : 'secretariat');
  const acts = [
    ...(holds(viewer, 'secretariat') ? [['proposal', 'propose'] as const] : []),
    ...(rules ? [['ruling', 'rule'] as const] : []),
  ].map(([id, move]) => ({ id, refusal: refusalOf(move) }));
  // A long form that cannot be sent hides the one that can; what was sent in vain comes back all the same.
  const isOpen = ({ id, refusal }: (typeof acts)[number]): boolean => refusal === null || sent?.form === id;
  return {
    forms: acts.filter(isOpen).map(({ id, refusal }) => decisionForm(id, base, refusal, sent, words)),
    later: acts
      .filter((one) => !isOpen(one))
      .map(({ id, refusal }) =>
        words.t('disputes.later.line', {
          act: words.t(`disputes.${id}.heading`),
          why:
            refusal?.because === 'disputeNotNow'
              ? words.t(`disputes.later.${id}`)
              : refusal === null
                ? ''
                : refusalSentence(refusal, words),
        }),
      ),
  };
}

/** What one side has to say, with its papers. */
export function statementForm(
  id: 'file' | 'answer',
  action: string,
  refusal: Refusal | null,
  sent: SentBack | null,
  words: Words,
): ClaimForm {
  const typed = new Typed(id, sent);
  const kind = typed.value('kind', 'investorStatement');
  return claimForm(
    {
      id,
      title: words.t(`disputes.${id}.heading`),
      action,
      files: true,
      submit: words.t(`disputes.${id}.submit`),
      note: words.t(`disputes.${id}.note`),
      refusal,
      fields: [
        areaField({
          name: 'statement',
          label: words.t('disputes.statement'),
          required: true,
          rows: 6,
          max: 2000,
          value: typed.value('statement'),
          error: typed.error('statement'),
        }),
        radiosField({
          name: 'kind',
          label: words.t('disputes.evidence'),
          error: typed.error('kind'),
          options: DISPUTE_EVIDENCE.map((value) => ({
            value,
            label: words.t(`disputes.evidence.${value}`),
            selected: value === kind,
          })),
        }),
        fileField({
          name: 'file',
          label: words.t('disputes.files'),
          hint: words.t('disputes.files.hint'),
          multiple: true,
          required: id === 'file',
          error: typed.error('file'),
        }),
      ],
    },
    words,
  );
}

function withdrawForm(base: string, sent: SentBack | null, words: Words): ClaimForm {
  const typed = new Typed('withdrawal', sent);
  return claimForm(
    {
      id: 'withdrawal',
      title: words.t('disputes.withdrawal.heading'),
      action: `${base}/withdrawal`,
      submit: words.t('disputes.withdrawal.submit'),
      tone: '',
      fields: [reasonField(typed, 'disputes.withdrawal.reason', words)],
    },
    words,
  );
}

function decisionForm(
  id: 'proposal' | 'ruling',
  base: string,
  refusal: Refusal | null,
  sent: SentBack | null,
  words: Words,
): ClaimForm {
  const typed = new Typed(id, sent);
  const choice = (name: string, values: readonly string[], prefix: string): Field =>
    radiosField({
      name,
      id: `${id}-${name}`,
      label: words.t(prefix),
      required: true,
      error: typed.error(name),
      options: values.map((value) => ({
        value,
        label: words.t(`${prefix}.${value}`),
        selected: value === typed.value(name),
      })),
    });
  const share = (name: string, key: string): Field =>
    numberField({
      name,
      id: `${id}-${name}`,
      stacked: true,
      label: words.t(key),
      unit: '%',
      value: typed.value(name),
      error: typed.error(name),
    });
  return claimForm(
    {
      id,
      title: words.t(`disputes.${id}.heading`),
      action: `${base}/${id}`,
      submit: words.t(`disputes.${id}.submit`),
      note: words.t('disputes.weights.note'),
      consequences:
        id === 'ruling' ? [words.t('disputes.ruling.moves'), words.t('disputes.ruling.tells')] : [],
      refusal,
      fields: [
        choice('outcome', DISPUTE_OUTCOMES, 'disputes.outcome'),
        choice('weight', DISPUTE_WEIGHTS, 'disputes.weight'),
        groupField({
          name: `${id}-shares`,
          label: words.t('disputes.shares'),
          hint: words.t('disputes.shares.hint'),
          fields: [share('holderShare', 'disputes.holder'), share('challengerShare', 'disputes.challenger')],
        }),
        reasonField(typed, 'disputes.reason', words, `${id}-reason`),
      ],
    },
    words,
  );
}

function reasonField(typed: Typed, key: string, words: Words, id = 'reason'): Field {
  return areaField({
    name: 'reason',
    id,
    label: words.t(key),
    required: true,
    rows: 4,
    max: 500,
    value: typed.value('reason'),
    error: typed.error('reason'),
  });
}
