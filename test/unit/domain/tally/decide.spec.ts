import fc from 'fast-check';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { decide, type DecisionFacts } from '../../../../src/domain/tally/decide';
import { OUTCOMES } from '../../../../src/domain/tally/tally-result';

/** R1 said a second time, as independent conditions instead of an order of questions. */
function conditions(facts: DecisionFacts): Record<(typeof OUTCOMES)[number], boolean> {
  const { quorumMet: q, vetoConfirmed: v, vetoUnresolved: u, total, agree, cast } = facts;
  const low = total !== null && total.compare(60) < 0;
  const pass = total !== null && total.compare(70) >= 0;
  const few = 2 * agree < cast;
  const enough = 3 * agree >= 2 * cast;
  return {
    void: !q,
    reject: q && (v || low || few),
    admit: q && !v && !u && pass && enough,
    borderline: q && !v && !low && !few && (u || !pass || !enough),
  };
}

const facts: fc.Arbitrary<DecisionFacts> = fc.integer({ min: 1, max: 60 }).chain((cast) =>
  fc.record({
    quorumMet: fc.boolean(),
    extensionsUsed: fc.integer({ min: 0, max: 2 }),
    vetoConfirmed: fc.boolean(),
    vetoUnresolved: fc.boolean(),
    total: fc.oneof(
      fc.constant(null),
      fc.constantFrom(
        Fraction.of(60),
        Fraction.of(70),
        Fraction.of(699999, 10000),
        Fraction.of(599999, 10000),
      ),
      fc
        .tuple(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 1, max: 97 }))
        .map(([n, d]) => (Fraction.of(n, d).compare(100) > 0 ? Fraction.of(100) : Fraction.of(n, d))),
    ),
    agree: fc.integer({ min: 0, max: cast }),
    cast: fc.constant(cast),
  }),
);

describe('a decision', () => {
  it('is exactly one outcome for every combination there is', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const holding = Object.entries(conditions(given))
          .filter(([, holds]) => holds)
          .map(([outcome]) => outcome);
        expect(holding).toEqual([decide(given, R1).outcome]);
      }),
      { numRuns: 2000 },
    );
  });

  it('gives its reasons unless it admits', () => {
    fc.assert(
      fc.property(facts, (given) => {
        const { outcome, reasons } = decide(given, R1);
        expect(reasons.length === 0).toBe(outcome === 'admit');
        expect(new Set(reasons).size).toBe(reasons.length);
      }),
    );
  });

  it('names all that stands in the way, not only the first', () => {
    const given = {
      quorumMet: true,
      extensionsUsed: 0,
      vetoConfirmed: false,
      vetoUnresolved: true,
      agree: 6,
      cast: 10,
    };
    expect(decide({ ...given, total: Fraction.of(65) }, R1).reasons).toEqual([
      'vetoUnresolved',
      'scoreBelowPass',
      'agreeBelowShare',
    ]);
  });

  it('takes its figures from the rule set', () => {
    const rules = {
      ...R1,
      score: { ...R1.score, passMark: 90, floor: 10 },
      vote: { ...R1.vote, agreeShare: { num: 1, den: 1 } },
    };
    const given = {
      quorumMet: true,
      extensionsUsed: 0,
      vetoConfirmed: false,
      vetoUnresolved: false,
      agree: 9,
      cast: 10,
    };
    expect(decide({ ...given, total: Fraction.of(80) }, rules).reasons).toEqual([
      'scoreBelowPass',
      'agreeBelowShare',
    ]);
    expect(decide({ ...given, agree: 10, total: Fraction.of(90) }, rules).outcome).toBe('admit');
    expect(
      decide(
        { ...given, quorumMet: false, extensionsUsed: 1, total: null },
        { ...rules, extension: { most: 2, workdays: 3 } },
      ).reasons,
    ).toEqual(['extend']);
  });
});
