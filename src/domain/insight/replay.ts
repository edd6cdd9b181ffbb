import { carryOver, type CarryOver } from './carry-over';
import { PANEL_KINDS } from '../rubric/panel-kind';
import type { RubricContent } from '../rubric/rubric-content';
import type { RuleSet } from '../rubric/rule-set';
import { tallyItem } from '../tally/tally';
import type { TallyInput, TallyResult } from '../tally/tally-result';

/** A closed round as it was held. */
export interface PastRound {
  readonly roundId: string;
  readonly items: readonly { readonly itemId: string; readonly input: TallyInput }[];
}

/** What is tried on it; null keeps what the round was held under. */
export interface Tried {
  readonly rubric: RubricContent | null;
  readonly rules: RuleSet | null;
}

export interface ReplayedItem {
  readonly itemId: string;
  readonly before: TallyResult;
  readonly after: TallyResult;
  readonly flips: boolean;
}

/** Why a round tells nothing about what is tried: another track, or none of its criteria has marks. */
export type NotReplayed = 'otherRubric' | 'nothingCarried';

export interface ReplayedRound {
  readonly roundId: string;
  readonly left: NotReplayed | null;
  /** Null where the rubric stays as it was. */
  readonly carried: CarryOver | null;
  readonly items: readonly ReplayedItem[];
}

export interface Replay {
  readonly rounds: readonly ReplayedRound[];
  readonly items: number;
  readonly flips: number;
}

/**
 * Past rounds decided once more, exactly, under another rubric or other rules. Ballots, votes, recusals, vetoes and
 * extensions stay as they were, and so does what a second look carried over. Criteria without marks drop out and the weights of the others are scaled up, as with
 * criteria that do not apply; vetoes on grounds that the rubric no longer knows are not carried over. It asks what the
 * marks of then would have come to, not what the panel would have given had it been asked otherwise.
 */
export function replay(rounds: readonly PastRound[], tried: Tried): Replay {
  const replayed = rounds.map((round) => replayRound(round, tried));
  const items = replayed.flatMap((round) => round.items);
  return { rounds: replayed, items: items.length, flips: items.filter(({ flips }) => flips).length };
}

function replayRound({ roundId, items }: PastRound, { rubric, rules }: Tried): ReplayedRound {
  const old = items[0]?.input.rubric;
  if (old === undefined) return { roundId, left: 'nothingCarried', carried: null, items: [] };
  if (rubric !== null && rubric.code !== old.code)
    return { roundId, left: 'otherRubric', carried: null, items: [] };
  const carried = rubric && carryOver(old, rubric);
  if (carried?.weight.carried === 0) return { roundId, left: 'nothingCarried', carried, items: [] };
  const missing =
    carried?.criteria.flatMap(({ criterion, how }) => (how === 'missing' ? [criterion] : [])) ?? [];
  const grounds = rubric && new Set(rubric.vetoGrounds.map(({ code }) => code));
  return {
    roundId,
    left: null,
    carried,
    items: items.map(({ itemId, input }) => {
      const before = tallyItem(input);
      const after = tallyItem({
        ...(rubric === null ? input : asked(input, rubric, missing)),
        rules: rules ?? input.rules,
        vetoes: grounds === null ? input.vetoes : input.vetoes.filter(({ ground }) => grounds.has(ground)),
      });
      return { itemId, before, after, flips: before.outcome !== after.outcome };
    }),
  };
}

/** The old ballots under the tried rubric: to whatever they had no marks for they say that it does not apply. */
function asked(input: TallyInput, rubric: RubricContent, missing: readonly string[]): TallyInput {
  const criteria = rubric.criteria.map((criterion) =>
    missing.includes(criterion.code) ? { ...criterion, kinds: PANEL_KINDS } : criterion,
  );
  const ballots = input.ballots.map(({ scores, na, ...ballot }) => ({
    ...ballot,
    scores: Object.fromEntries(Object.entries(scores).filter(([code]) => !missing.includes(code))),
    na: [...na.filter((code) => !missing.includes(code)), ...missing],
  }));
  const known = new Set(rubric.criteria.map(({ code }) => code));
  const carried = Object.entries(input.carried ?? {}).filter(
    ([code]) => known.has(code) && !missing.includes(code),
  );
  return {
    ...input,
    rubric: { ...rubric, criteria },
    ballots,
    ...(input.carried === undefined ? {} : { carried: Object.fromEntries(carried) }),
  };
}
