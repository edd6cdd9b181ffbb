import { adjustedRanks, type AdjustedItem } from '../domain/insight/adjusted-ranks';
import { severity, type ReviewerEffect, type Severity } from '../domain/insight/severity';
import type { PageModel } from '../http/views/frame';
import { query, type Links, type Query } from '../http/views/lists';
import { tag, type Tag } from '../http/views/marks';
import type { LeadCard } from '../leads/leads.queries';
import type { RollSeat } from '../rounds/rounds.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { insightFrame, seatName } from './insight-page.views';
import type { LookedAt } from './insight.queries';

interface ReviewerRow {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly marks: string;
  readonly effect: string;
  readonly range: string;
  readonly reading: Tag;
  /** A line over the interval and a dot on the effect, in a box of 200 × 20 whose middle is none. */
  readonly drawn: { readonly label: string; readonly path: string; readonly x: string };
}

interface RankRow {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly href: string;
  readonly rank: string;
  readonly adjustedRank: string;
  readonly moved: string;
  readonly total: string;
  readonly adjusted: string;
  readonly outcome: Tag;
  readonly says: string;
}

export interface InsightSeverityModel extends PageModel {
  readonly tabs: Links;
  /** Null where nothing can be compared yet. */
  readonly severity: {
    readonly says: string;
    readonly spread: string;
    readonly rows: readonly ReviewerRow[];
  } | null;
  readonly ranks: {
    readonly heading: string;
    readonly query: Query;
    readonly says: string;
    readonly rows: readonly RankRow[];
  } | null;
}

export interface SeverityPage {
  readonly rounds: readonly LookedAt[];
  /** The round whose ranks are shown; null without a closed round. */
  readonly chosen: LookedAt | null;
  readonly cards: ReadonlyMap<string, LeadCard>;
}

/** Who is strict and who is generous, how surely, and what the ranks of one round would be without it. */
export function insightSeverityView(
  { rounds, chosen, cards }: SeverityPage,
  words: Words,
): InsightSeverityModel {
  const found = severity(rounds.flatMap(({ items }) => items));
  // The newest roll last, so that a seat goes by the name it has now.
  const seats = new Map([...rounds].reverse().flatMap(({ roll }) => roll.map((seat) => [seat.seatId, seat])));
  return {
    ...insightFrame('severity', rounds.length, words),
    severity: found && {
      says: summaryOf(found, words),
      spread: words.t('insight.severity.spread', {
        between: points(found.between),
        within: points(found.within),
        marks: found.marks,
      }),
      rows: found.reviewers.map((one) => reviewerRow(one, seats.get(one.reviewer), words)),
    },
    ranks: found && chosen && ranksOf({ rounds, chosen, cards }, chosen, found, words),
  };
}

function summaryOf({ reviewers }: Severity, words: Words): string {
  const clear = reviewers.filter((one) => one.clear).length;
  return clear === 0
    ? words.t('insight.severity.nobody', { n: reviewers.length })
    : words.t('insight.severity.some', { n: reviewers.length, clear });
}

const points = (value: number): string => value.toFixed(2);
function signed(value: number): string {
  const size = points(Math.abs(value));
  return size === '0.00' ? size : `${value < 0 ? '−' : '+'}${size}`;
}

function reviewerRow(one: ReviewerEffect, seat: RollSeat | undefined, words: Words): ReviewerRow {
  const { reviewer, kind, marks, effect, from, to, clear } = one;
  const lean = effect < 0 ? 'strict' : 'mild';
  const range = words.t('insight.severity.range', { from: signed(from), to: signed(to) });
  return {
    id: reviewer,
    name: seat === undefined ? reviewer : seatName(seat, words),
    kind: words.t(`panelKind.${kind}`),
    marks: String(marks),
    effect: signed(effect),
    range,
    reading: clear
      ? tag(words.t(`insight.severity.${lean}`), effect < 0 ? 'amber' : 'blue', lean)
      : tag(words.t('insight.severity.unclear'), 'line', 'unclear'),
    drawn: {
      label: words.t('insight.severity.drawn', { effect: signed(effect), range }),
      path: `M${x(from)} 10H${x(to)}`,
      x: x(effect),
    },
  };
}

/** One and a half points either way fill the box; what lies beyond ends at its edge. */
const x = (value: number): string => (100 + Math.max(-96, Math.min(96, value * 64))).toFixed(1);

function ranksOf(
  { rounds, cards }: SeverityPage,
  chosen: LookedAt,
  found: Severity,
  words: Words,
): InsightSeverityModel['ranks'] {
  const effects = new Map(found.reviewers.map(({ reviewer, effect }) => [reviewer, effect]));
  const ranked = adjustedRanks(chosen.items, effects);
  const leadOf = new Map(chosen.items.map(({ itemId, leadId }) => [itemId, leadId]));
  const turned = ranked.filter(({ outcome, adjustedOutcome }) => outcome !== adjustedOutcome).length;
  const sorted = [...ranked].sort((a, b) => (a.rank ?? Infinity) - (b.rank ?? Infinity));
  return {
    heading: words.t('insight.ranks.heading', { round: chosen.round.number }),
    query: query({
      action: '/insight/severity',
      selects: [
        {
          name: 'round',
          label: words.t('insight.ranks.round'),
          value: chosen.round.id,
          options: rounds.map(({ round }) => ({ value: round.id, label: `${round.number} ${round.title}` })),
        },
      ],
    }),
    says: words.t(turned === 0 ? 'insight.ranks.same' : 'insight.ranks.turned', { n: turned }),
    rows: sorted.map((item) => rankRow(item, cards.get(leadOf.get(item.itemId) ?? ''), words)),
  };
}

function rankRow(item: AdjustedItem, lead: LeadCard | undefined, words: Words): RankRow {
  const none = words.t('results.score.none');
  const { rank, adjustedRank, outcome, adjustedOutcome } = item;
  const by = rank === null || adjustedRank === null ? 0 : rank - adjustedRank;
  const word = (of: string): string => words.t(`results.computed.${of}`);
  const same = outcome === adjustedOutcome;
  return {
    id: item.itemId,
    title: lead?.title ?? '',
    number: lead?.number ?? '',
    href: `/leads/${lead?.id ?? ''}`,
    rank: rank === null ? none : String(rank),
    adjustedRank: adjustedRank === null ? none : String(adjustedRank),
    moved: by === 0 ? '' : words.t(by > 0 ? 'insight.ranks.up' : 'insight.ranks.down', { n: Math.abs(by) }),
    total: item.total?.toDecimal(2) ?? none,
    adjusted: item.adjusted?.toDecimal(2) ?? none,
    outcome: same ? tag(word(outcome), '', 'same') : tag(words.t('insight.flips'), 'red', 'flips'),
    says: same
      ? ''
      : formatsFor(words).list([
          words.t('insight.flip', { before: word(outcome), after: word(adjustedOutcome) }),
        ]),
  };
}
