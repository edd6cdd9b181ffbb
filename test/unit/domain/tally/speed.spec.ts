import { VOTES } from '../../../../src/domain/ballot/ballot';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import { criteriaFor } from '../../../../src/domain/rubric/rubric-content';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { TallyInput } from '../../../../src/domain/tally/tally-result';

const ballots = 1_000_000;

/** Items of the manufacturing rubric on which every seat has cast, each with other votes and marks. */
function items(count: number, seats: number): TallyInput[] {
  let state = 20_261_122;
  const upTo = (n: number): number => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 4_294_967_296) * n);
  };
  const roll = Array.from({ length: seats }, (_, at) => ({
    seatId: `S${at}`,
    kind: PANEL_KINDS[at % 4] ?? 'park',
    function: null,
  }));
  const codes = new Map(
    PANEL_KINDS.map((kind) => [kind, criteriaFor(manufacturing, kind).map(({ code }) => code)]),
  );
  return Array.from({ length: count }, () => ({
    rubric: manufacturing,
    rules: R1,
    roll,
    recusals: [],
    vetoes: [],
    ballots: roll.map(({ seatId, kind }) => ({
      seatId,
      vote: VOTES[upTo(6)] ?? 'agree',
      scores: Object.fromEntries((codes.get(kind) ?? []).map((code) => [code, 2 + upTo(4)])),
      na: [],
    })),
  }));
}

/** Seconds of our own processor time: what neighbours on the machine take does not count. */
function seconds(what: string, act: () => void): number {
  const [wall, start] = [Date.now(), process.cpuUsage()];
  act();
  const { user, system } = process.cpuUsage(start);
  const own = (user + system) / 1e6;
  process.stdout.write(
    `[tally] ${what}: ${own.toFixed(2)} s of processor, ${Date.now() - wall} ms by the wall\n`,
  );
  return own;
}

describe(`the tally of ${ballots} ballots`, () => {
  it('of rounds of 60 seats takes less than five seconds', () => {
    const some = items(1_000, 60);
    const times = Math.ceil(ballots / 60_000);
    const own = seconds(`${times * 60_000} ballots on ${times * 1_000} items`, () => {
      for (let n = 0; n < times; n += 1) for (const item of some) tallyItem(item);
    });
    expect(own).toBeLessThan(5);
  }, 60_000);

  it('on one item takes less than five seconds, and counts every one', () => {
    const [item] = items(1, ballots);
    let cast = 0;
    const own = seconds(`${ballots} ballots on one item`, () => {
      cast = item ? tallyItem(item).quorum.cast : 0;
    });
    expect(cast).toBe(ballots);
    expect(own).toBeLessThan(5);
  }, 60_000);
});
