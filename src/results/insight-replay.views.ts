import type { CarryOver } from '../domain/insight/carry-over';
import type { Replay, ReplayedItem, ReplayedRound } from '../domain/insight/replay';
import type { PageModel } from '../http/views/frame';
import { query, type Links, type Query } from '../http/views/lists';
import { tag, type Tag } from '../http/views/marks';
import type { LeadCard } from '../leads/leads.queries';
import type { RubricVersionRead } from '../rubrics/rubrics.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { criterionNames } from './explanation.views';
import { insightFrame, versionName } from './insight-page.views';
import type { LookedAt, Versions } from './insight.queries';

interface FlipRow {
  readonly id: string;
  readonly title: string;
  readonly number: string;
  readonly href: string;
  readonly round: string;
  readonly before: string;
  readonly beforeScore: string;
  readonly after: string;
  readonly afterScore: string;
}

export interface InsightReplayModel extends PageModel {
  readonly tabs: Links;
  readonly query: Query;
  /** Why what was chosen cannot be tried; '' where it can, or nothing was chosen. */
  readonly refusal: string;
  readonly result: {
    readonly tone: string;
    readonly title: string;
    readonly text: string;
    readonly items: readonly [];
  } | null;
  readonly flips: readonly FlipRow[];
  readonly rounds: readonly {
    readonly id: string;
    readonly number: string;
    readonly title: string;
    readonly items: string;
    readonly flips: string;
    readonly carried: string;
    readonly state: Tag;
  }[];
  readonly carried: {
    readonly rows: readonly {
      readonly name: string;
      readonly weight: string;
      readonly how: Tag;
      readonly says: string;
    }[];
    readonly dropped: string;
  } | null;
}

export interface ReplayPage {
  readonly rounds: readonly LookedAt[];
  readonly versions: Versions;
  readonly asked: { readonly rubric: string; readonly rules: string };
  readonly rubric: RubricVersionRead | null;
  readonly refusal: string;
  /** Null where nothing was chosen, or what was chosen cannot be tried. */
  readonly replay: Replay | null;
  readonly cards: ReadonlyMap<string, LeadCard>;
}

/** A version tried on past rounds: which decisions would flip, and what could not be carried over. */
export function insightReplayView(page: ReplayPage, words: Words): InsightReplayModel {
  const { rounds, replay, rubric, refusal } = page;
  const lookedAt = new Map(rounds.map((one) => [one.round.id, one]));
  return {
    ...insightFrame('replay', rounds.length, words),
    query: queryOf(page, words),
    refusal,
    result: replay && resultOf(replay, words),
    flips: (replay?.rounds ?? []).flatMap((round) =>
      round.items.flatMap((item) =>
        item.flips ? [flipRow(item, lookedAt.get(round.roundId), page.cards, words)] : [],
      ),
    ),
    rounds: (replay?.rounds ?? []).map((round) => roundRow(round, lookedAt.get(round.roundId), words)),
    carried: replay && rubric && carriedOf(replay, rubric, lookedAt, words),
  };
}

function queryOf({ versions, asked }: ReplayPage, words: Words): Query {
  const keep = { value: '', label: words.t('insight.replay.keep') };
  return query({
    action: '/insight/replay',
    selects: [
      {
        name: 'rubric',
        label: words.t('insight.replay.rubric'),
        value: asked.rubric,
        options: [
          keep,
          ...versions.rubrics.map((card) => ({
            value: card.id,
            label: words.t('insight.replay.option', {
              name: versionName(card, words),
              state: words.t(`rubrics.state.${card.state}`),
            }),
          })),
        ],
      },
      {
        name: 'rules',
        label: words.t('insight.replay.rules'),
        value: asked.rules,
        options: [
          keep,
          ...versions.rules.map(({ id, code, version }) => ({
            value: id,
            label: words.t('insight.replay.rules.option', { code, version }),
          })),
        ],
      },
    ],
  });
}

function resultOf({ items, flips, rounds }: Replay, words: Words): InsightReplayModel['result'] {
  const tried = rounds.filter(({ left }) => left === null).length;
  if (tried === 0)
    return {
      tone: 'warn',
      title: words.t('insight.replay.nothing.title'),
      text: words.t('insight.replay.nothing'),
      items: [],
    };
  return {
    tone: flips === 0 ? 'ok' : 'info',
    title: words.t(flips === 0 ? 'insight.replay.same.title' : 'insight.replay.flips.title', { flips }),
    text: words.t('insight.replay.result', { rounds: tried, items, flips }),
    items: [],
  };
}

function flipRow(
  { itemId, before, after }: ReplayedItem,
  looked: LookedAt | undefined,
  cards: ReplayPage['cards'],
  words: Words,
): FlipRow {
  const none = words.t('results.score.none');
  const lead = cards.get(looked?.items.find((item) => item.itemId === itemId)?.leadId ?? '');
  return {
    id: itemId,
    title: lead?.title ?? '',
    number: lead?.number ?? '',
    href: `/rounds/${looked?.round.id ?? ''}/results`,
    round: looked?.round.number ?? '',
    before: words.t(`results.computed.${before.outcome}`),
    beforeScore: before.total?.toDecimal(2) ?? none,
    after: words.t(`results.computed.${after.outcome}`),
    afterScore: after.total?.toDecimal(2) ?? none,
  };
}

function roundRow(
  { roundId, left, carried, items }: ReplayedRound,
  looked: LookedAt | undefined,
  words: Words,
): InsightReplayModel['rounds'][number] {
  const flips = items.filter((item) => item.flips).length;
  return {
    id: roundId,
    number: looked?.round.number ?? '',
    title: looked?.round.title ?? '',
    items: String(items.length),
    flips: String(flips),
    carried: carried === null ? '' : words.t('insight.replay.weight', { ...carried.weight }),
    state:
      left === null
        ? tag(
            words.t(flips === 0 ? 'insight.replay.round.same' : 'insight.replay.round.flips'),
            flips === 0 ? '' : 'red',
          )
        : tag(words.t(`insight.replay.left.${left}`), 'line', left),
  };
}

/** What the newest round tried can carry over; older versions may differ, and each round says how much of it. */
function carriedOf(
  { rounds }: Replay,
  rubric: RubricVersionRead,
  lookedAt: ReadonlyMap<string, LookedAt>,
  words: Words,
): InsightReplayModel['carried'] {
  const newest = rounds.find(({ left }) => left === null);
  const [carried, old] = [newest?.carried ?? null, lookedAt.get(newest?.roundId ?? '')];
  if (carried === null || old === undefined) return null;
  const named = criterionNames(rubric.content, words);
  const tones = { same: 'green', changed: 'amber', missing: 'line' } as const;
  return {
    rows: carried.criteria.map(({ criterion, weight, how }) => ({
      name: named(criterion),
      weight: String(weight),
      how: tag(words.t(`insight.replay.how.${how}`), tones[how], how),
      says: words.t(`insight.replay.how.${how}.says`),
    })),
    dropped: droppedText(carried, criterionNames(old.rubric.content, words), words),
  };
}

const droppedText = ({ dropped }: CarryOver, named: (code: string) => string, words: Words): string =>
  dropped.length === 0
    ? ''
    : words.t('insight.replay.dropped', {
        n: dropped.length,
        criteria: formatsFor(words).list(dropped.map(named)),
      });
