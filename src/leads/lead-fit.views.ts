import type { FitReason, Side } from '../domain/fit/fit';
import type { LeadContent } from '../domain/lead/content';
import { grouped } from '../domain/lead/decimals';
import type { Sentence } from '../domain/shared/sentence';
import { act, type Act } from '../http/views/acts';
import { tag, type Tag } from '../http/views/marks';
import type { RankedHost } from '../hosts/host-fit.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface FitRow {
  readonly id: string;
  readonly name: string;
  readonly href: string;
  readonly tag: Tag;
  readonly chosen: string;
  readonly reasons: readonly FitLine[];
  /** What also speaks for it, folded away behind how many there are. */
  readonly further: { readonly label: string; readonly reasons: readonly FitLine[] } | null;
  readonly take: Act | null;
}

export interface FitLine {
  readonly mark: string;
  readonly side: Side;
  readonly text: string;
  readonly isBlocking: boolean;
}

/** The model of `leads/_fit`. */
export interface FitPanel {
  readonly title: string;
  readonly note: string;
  /** Instead of the rows. */
  readonly none: string;
  readonly rows: readonly FitRow[];
  readonly more: { readonly label: string; readonly rows: readonly FitRow[] } | null;
}

/** Shown at once; the others are folded away. */
const atOnce = 3;
const mostHosts = 3;
/** What speaks for a host, at once; all that speaks against it or is open always stands there. */
const forAtOnce = 2;

/** In the form: which hosts fit what has been saved, each with a button that makes it an intended one. */
export function fitInForm(fit: readonly RankedHost[], content: LeadContent, words: Words): FitPanel {
  const full = content.intendedHosts.length >= mostHosts;
  const button = (row: RankedHost): Act | null =>
    row.isBlocked || content.intendedHosts.includes(row.code)
      ? null
      : act({
          id: `fit-${row.id}`,
          label: words.t('fit.take'),
          form: 'lead',
          name: 'addHost',
          value: row.code,
          size: 'small',
          disabledBecause: full ? words.t('fit.tooMany') : null,
        });
  const says = content.chain !== null || content.landMu !== null || content.leaseAreaSqm !== null;
  return panelOf(fit, content, { says, button, key: 'form' }, words);
}

/** On the lead's page: the same without buttons. */
export function fitOnPage(fit: readonly RankedHost[], content: LeadContent, words: Words): FitPanel {
  return panelOf(fit, content, { says: true, button: () => null, key: 'lead' }, words);
}

function panelOf(
  fit: readonly RankedHost[],
  content: LeadContent,
  given: { says: boolean; button: (row: RankedHost) => Act | null; key: 'form' | 'lead' },
  words: Words,
): FitPanel {
  const rows = fit.map((row) => fitRow(row, content, given.button(row), words));
  const rest = rows.slice(atOnce);
  return {
    title: words.t(given.key === 'form' ? 'fit.heading' : 'fit.heading.lead'),
    note: words.t(`fit.note.${given.key}`),
    none: fit.length === 0 ? words.t('fit.noHosts') : given.says ? '' : words.t('fit.none'),
    rows: rows.slice(0, atOnce),
    more: rest.length === 0 ? null : { label: words.t('fit.all', { n: rest.length }), rows: rest },
  };
}

function fitRow(row: RankedHost, { intendedHosts }: LeadContent, take: Act | null, words: Words): FitRow {
  const { id, code, name, isBlocked, score } = row;
  const reasons = [...row.reasons].sort(blockingFirst).map((reason) => lineOf(reason, words));
  const further = reasons.filter(({ side }) => side === 'for').slice(forAtOnce);
  const isFolded = further.length > 1;
  return {
    id,
    name,
    href: `/hosts/${id}`,
    tag: isBlocked
      ? tag(words.t('fit.blocked'), 'red', 'blocked')
      : tag(words.t('fit.score', { n: score.toDecimal(0) }), score.gte(60) ? 'green' : 'amber', 'fits'),
    chosen: intendedHosts.includes(code) ? words.t('fit.chosen') : '',
    reasons: isFolded ? reasons.filter((reason) => !further.includes(reason)) : reasons,
    further: isFolded ? { label: words.t('fit.further', { n: further.length }), reasons: further } : null,
    take,
  };
}

function lineOf({ side, isBlocking, say }: FitReason, words: Words): FitLine {
  return {
    mark: isBlocking ? words.t('fit.blocked') : words.t(`fit.${side}`),
    side,
    isBlocking,
    text: fitSentence(say, words),
  };
}

const order: Readonly<Record<Side, number>> = { for: 1, against: 2, open: 3 };
const blockingFirst = (a: FitReason, b: FitReason): number =>
  (a.isBlocking ? 0 : order[a.side]) - (b.isBlocking ? 0 : order[b.side]);

/** Codes among the arguments get their words, days and months their form. */
export function fitSentence({ key, args }: Sentence, words: Words): string {
  const fmt = formatsFor(words);
  const shown: Record<string, string | number> = { ...args };
  for (const name of [
    'needed',
    'free',
    'has',
    'admitted',
    'pending',
    'over',
    'left',
    'missing',
    'value',
    'least',
  ])
    if (typeof args[name] === 'string') shown[name] = grouped(args[name]);
  const { chain, element, use, day, month } = args;
  if (typeof chain === 'string') {
    const named = words.locale === 'en' ? args['chainEn'] : args['chainZh'];
    shown['chain'] = typeof named === 'string' ? named : chain;
  }
  if (typeof element === 'string') {
    shown['element'] = words.t(`hostProfile.element.${element}`);
    shown['unit'] = words.t(`hostProfile.unit.${element}`);
  }
  if (typeof use === 'string')
    shown['use'] =
      use === ''
        ? words.t('fit.land.any')
        : words.t('fit.land.use', { use: words.t(`lead.option.landUse.${use}`) });
  if (typeof day === 'string') shown['day'] = fmt.official(day);
  if (typeof month === 'string') shown['month'] = fmt.official(month);
  return words.t(key, shown);
}
