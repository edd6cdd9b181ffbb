import fc from 'fast-check';
import { tallyItem } from '../../../../src/domain/tally/tally';
import { randomItem, ruleSetR1 } from '../../../support/oracle/random-item';
import { oracle, type OracleRules } from '../../../support/oracle/tally-oracle';
import { inputOf } from './oracle-input';

const runs = 10_000;

describe('the tally', () => {
  it(`decides as the rules written out by hand do, ${runs} times`, () => {
    const seen = new Map<string, number>();
    fc.assert(
      fc.property(randomItem(), (item) => {
        const expected = oracle(item);
        const { outcome, reasons, total } = tallyItem(inputOf(item));
        expect({ outcome, reasons }).toEqual({ outcome: expected.outcome, reasons: expected.reasons });
        expect(total === null).toBe(expected.total === null);
        if (total !== null && expected.total !== null)
          expect(total.num * expected.total[1]).toBe(expected.total[0] * total.den);
        for (const reason of reasons.length === 0 ? [outcome] : reasons)
          seen.set(reason, (seen.get(reason) ?? 0) + 1);
      }),
      { numRuns: runs },
    );
    // Agreement over cases that never come up would prove nothing.
    const rare = [
      'admit',
      'extend',
      'reopen',
      'veto',
      'scoreBelowFloor',
      'agreeBelowFloor',
      'vetoUnresolved',
      'incomplete',
      'scoreBelowPass',
      'agreeBelowShare',
    ].filter((code) => (seen.get(code) ?? 0) < runs / 500);
    expect({ rare, seen: rare.length > 0 ? Object.fromEntries(seen) : {} }).toEqual({ rare: [], seen: {} });
  });

  it('is held to an oracle that notices: with another pass mark, share or trimming they part ways', () => {
    const spoilt: readonly Partial<OracleRules>[] = [
      { passMark: 71 },
      { agree: [3, 4] },
      { quorum: [3, 4] },
      { dropLowest: 0, dropHighest: 0 },
      { agreeFloor: [2, 3] },
      { scoresDecide: false },
      { vetoRejects: false },
    ];
    for (const change of spoilt) {
      const items = fc.sample(randomItem({ rules: ruleSetR1 }), { numRuns: 2000, seed: 20_260_101 });
      const parted = items.filter((item) => {
        const expected = oracle({ ...item, rules: { ...item.rules, ...change } });
        const { outcome, reasons } = tallyItem(inputOf(item));
        return outcome !== expected.outcome || reasons.join() !== expected.reasons.join();
      });
      expect({ change, parted: parted.length > 0 }).toEqual({ change, parted: true });
    }
  });
});
