import fc from 'fast-check';
import { checkRuleSet } from '../../../../src/domain/rubric/check-rule-set';
import { CONFIRMED_VETOES, DECIDES, type RuleSet } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { decide, type DecisionFacts } from '../../../../src/domain/tally/decide';
import type { Outcome } from '../../../../src/domain/tally/tally-result';

/** The rules said a second time, as independent conditions instead of an order of questions. */
function conditions(facts: DecisionFacts, rules: RuleSet): Record<Outcome, boolean> {
  const { quorumMet: q, vetoConfirmed, vetoUnresolved: u, total, agree, cast } = facts;
  const { passMark, floor } = rules.score;
  const { agreeShare, agreeFloor } = rules.vote;
  const binds = rules.decides === 'scores';
  const ends = vetoConfirmed && rules.veto.confirmed === 'reject';
  const hinders = u || (vetoConfirmed && rules.veto.confirmed === 'borderline');
  const low = binds && total !== null && total.compare(floor) < 0;
  const pass = !binds || (total !== null && total.compare(passMark) >= 0);
  const few = agreeFloor.den * agree < agreeFloor.num * cast;
  const enough = agreeShare.den * agree >= agreeShare.num * cast;
  return {
    void: !q,
    reject: q && (ends || low || few),
    admit: q && !ends && !hinders && pass && enough,
    borderline: q && !ends && !low && !few && (hinders || !pass || !enough),
  };
}

/** Any rule set that can be published, as far as a decision depends on it. */
const anyRules: fc.Arbitrary<RuleSet> = fc
  .record({
    decides: fc.constantFrom(...DECIDES),
    confirmed: fc.constantFrom(...CONFIRMED_VETOES),
    marks: fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 100 })),
    den: fc.integer({ min: 1, max: 12 }),
    nums: fc.tuple(fc.integer({ min: 0, max: 12 }), fc.integer({ min: 0, max: 12 })),
    most: fc.integer({ min: 0, max: 2 }),
  })
  .map(({ decides, confirmed, marks, den, nums, most }) => {
    const [floor, passMark] = [Math.min(...marks), Math.max(...marks)];
    const [low, high] = [Math.min(...nums, den), Math.min(Math.max(...nums), den)];
    return {
      ...R1,
      decides,
      veto: { ...R1.veto, confirmed },
      score: { ...R1.score, floor, passMark },
      vote: { agreeShare: { num: high, den }, agreeFloor: { num: low, den } },
      extension: { most, workdays: 3 },
    };
  });

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
  it('is exactly one outcome for every combination there is, under R1 and under any other rules', () => {
    fc.assert(
      fc.property(facts, fc.oneof(fc.constant(R1), anyRules), (given, rules) => {
        expect(checkRuleSet(rules)).toEqual([]);
        const holding = Object.entries(conditions(given, rules))
          .filter(([, holds]) => holds)
          .map(([outcome]) => outcome);
        expect(holding).toEqual([decide(given, rules).outcome]);
      }),
      { numRuns: 4000 },
    );
  });

  it('is never lowered by one more agreeing ballot, a higher total or a veto taken away', () => {
    const rank = { void: 0, reject: 1, borderline: 2, admit: 3 } as const;
    fc.assert(
      fc.property(facts, anyRules, (given, rules) => {
        const now = rank[decide(given, rules).outcome];
        const after = (change: Partial<DecisionFacts>): number =>
          rank[decide({ ...given, ...change }, rules).outcome];
        expect(after({ agree: given.agree + 1, cast: given.cast + 1 })).toBeGreaterThanOrEqual(now);
        if (given.agree < given.cast) expect(after({ agree: given.agree + 1 })).toBeGreaterThanOrEqual(now);
        if (given.total)
          expect(after({ total: given.total.plus(Fraction.of(1)) })).toBeGreaterThanOrEqual(now);
        expect(after({ vetoConfirmed: false })).toBeGreaterThanOrEqual(now);
        expect(after({ vetoUnresolved: false })).toBeGreaterThanOrEqual(now);
      }),
      { numRuns: 2000 },
    );
  });

  it('does not depend on the total where scores only advise', () => {
    fc.assert(
      fc.property(facts, facts, anyRules, (given, { total }, rules) => {
        const advice = { ...rules, decides: 'advice' } as const;
        expect(decide({ ...given, total }, advice)).toEqual(decide(given, advice));
      }),
    );
  });

  it('reaches every outcome, with every reason that there is', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(facts, anyRules, (given, rules) => {
        const { outcome, reasons } = decide(given, rules);
        seen.add(outcome);
        for (const reason of reasons) seen.add(`${outcome}:${reason}`);
      }),
      { numRuns: 4000 },
    );
    const doubts = ['veto', 'vetoUnresolved', 'incomplete', 'scoreBelowPass', 'agreeBelowShare'];
    expect([...seen].sort()).toEqual(
      [
        'admit',
        ...['borderline', ...doubts.map((doubt) => `borderline:${doubt}`)],
        ...['reject', 'reject:veto', 'reject:scoreBelowFloor', 'reject:agreeBelowFloor'],
        ...['void', 'void:extend', 'void:reopen'],
      ].sort(),
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

  it('leaves a confirmed veto to the chair where the rules say so, unless the item is rejected anyway', () => {
    const rules = { ...R1, veto: { ...R1.veto, confirmed: 'borderline' } } as const;
    const given = {
      quorumMet: true,
      extensionsUsed: 0,
      vetoConfirmed: true,
      vetoUnresolved: false,
      cast: 10,
    };
    expect(decide({ ...given, agree: 10, total: Fraction.of(90) }, rules)).toEqual({
      outcome: 'borderline',
      reasons: ['veto'],
    });
    expect(decide({ ...given, agree: 4, total: Fraction.of(90) }, rules).reasons).toEqual([
      'agreeBelowFloor',
    ]);
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
