import { agreement } from '../../../../src/domain/insight/agreement';
import { adjustedRanks } from '../../../../src/domain/insight/adjusted-ranks';
import { disagreement } from '../../../../src/domain/insight/disagreement';
import { replay } from '../../../../src/domain/insight/replay';
import { robustness } from '../../../../src/domain/insight/robustness';
import { severity, type JudgedItem } from '../../../../src/domain/insight/severity';
import { VOTES } from '../../../../src/domain/ballot/ballot';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import { criteriaFor } from '../../../../src/domain/rubric/rubric-content';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import type { Seat } from '../../../../src/domain/round/roll';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { TallyInput } from '../../../../src/domain/tally/tally-result';
import { processorTime } from '../../../support/measures';

const rollOf = (seats: number): Seat[] =>
  Array.from({ length: seats }, (_, at) => ({
    seatId: `S${at}`,
    kind: PANEL_KINDS[at % 4] ?? 'park',
    function: null,
  }));

/** A full round of the manufacturing rubric: every seat has cast on every item. */
function aRound(items: number, seats: number, seed: number): TallyInput[] {
  let state = seed;
  const upTo = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  const roll = rollOf(seats);
  return Array.from({ length: items }, () => ({
    rubric: manufacturing,
    rules: R1,
    roll,
    recusals: [],
    vetoes: [],
    ballots: roll.map(({ seatId, kind }) => ({
      seatId,
      vote: VOTES[upTo(6)] ?? 'agree',
      scores: Object.fromEntries(criteriaFor(manufacturing, kind).map(({ code }) => [code, 2 + upTo(4)])),
      na: [],
    })),
  }));
}

/** Milliseconds of processor time, the best of three: what a neighbour on the machine takes does not count. */
function timed(what: string, act: () => void): number {
  const best = processorTime(act);
  process.stdout.write(`${what}: ${best.toFixed(0)} ms\n`);
  return best;
}

describe('insight', () => {
  it('into one round of 20 items and 60 seats is ready while the page is made', () => {
    const round = aRound(20, 60, 1);
    const took = timed('robustness and disagreement, 20 items × 60 seats', () => {
      for (const input of round) {
        robustness(input);
        disagreement(input, tallyItem(input));
      }
      agreement(round);
    });
    expect(took).toBeLessThan(500);
  });

  it('over 50 rounds of 12 items and 20 seats takes less than two seconds', () => {
    const rounds = Array.from({ length: 50 }, (_, at) => aRound(12, 20, at + 1));
    const reviewerOf = new Map(rollOf(20).map(({ seatId }) => [seatId, seatId]));
    const took = timed('agreement, severity, ranks and replay, 50 rounds × 12 items × 20 seats', () => {
      const judged = rounds.map((items, round) =>
        items.map((input, at): JudgedItem => ({ itemId: `${round}-${at}`, input, reviewerOf })),
      );
      for (const items of rounds) agreement(items);
      const found = severity(judged.flat());
      const effects = new Map(found?.reviewers.map(({ reviewer, effect }) => [reviewer, effect]));
      for (const items of judged) adjustedRanks(items, effects);
      const past = judged.map((items, at) => ({ roundId: `${at}`, items }));
      replay(past, { rubric: manufacturing, rules: R1 });
    });
    expect(took).toBeLessThan(2000);
  });
});
