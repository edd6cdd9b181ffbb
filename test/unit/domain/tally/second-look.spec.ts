import fc from 'fast-check';
import { aBallot, aCriterion, anItem, aRoll, aRubric, aTally } from './a-tally';
import { inputOf } from './oracle-input';
import { disagreement } from '../../../../src/domain/insight/disagreement';
import { robustness } from '../../../../src/domain/insight/robustness';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { carriedFrom } from '../../../../src/domain/tally/carried';
import { explain } from '../../../../src/domain/tally/explanation';
import { tallyItem } from '../../../../src/domain/tally/tally';
import {
  fromRecord,
  recordText,
  toRecord,
  type TallyRecord,
} from '../../../../src/domain/tally/tally-record';
import type { TallyInput, TallyResult } from '../../../../src/domain/tally/tally-result';
import { randomItem } from '../../../support/oracle/random-item';

/** Two rounds over the same rubric and rules, and the criteria asked in the second. */
const twoRounds = randomItem().chain((first) =>
  fc.record({
    first: fc.constant(inputOf(first)),
    second: randomItem({ criteria: first.criteria, rules: first.rules }).map(inputOf),
    asked: fc.subarray(first.criteria.map(({ code }) => code)),
  }),
);

const lookAt = (input: TallyInput, first: TallyResult, asked: readonly string[]): TallyInput => ({
  ...input,
  carried: carriedFrom(toRecord(first), 'Y-2026-03', asked),
});

/** What a criterion came to, apart from the scaling that depends on the others. */
const marksIn = ({ criteria }: TallyResult, code: string) => {
  const own = criteria.find((criterion) => criterion.code === code);
  return own && { ...own, countedWeight: null, contribution: null, carriedFrom: null };
};

describe('a second look', () => {
  it('at all criteria is a plain round', () => {
    fc.assert(
      fc.property(twoRounds, ({ first, second }) => {
        const all = second.rubric.criteria.map(({ code }) => code);
        const look = lookAt(second, tallyItem(first), all);
        expect(recordText(tallyItem(look))).toBe(recordText(tallyItem(second)));
      }),
      { numRuns: 500 },
    );
  });

  it('takes each criterion from the round that asked it, and votes and quorum from its own', () => {
    fc.assert(
      fc.property(twoRounds, ({ first, second, asked }) => {
        const before = tallyItem(first);
        const plain = tallyItem(second);
        const look = tallyItem(lookAt(second, before, asked));
        for (const { code, carriedFrom: from } of look.criteria) {
          const isAsked = asked.includes(code);
          expect(from).toBe(isAsked ? undefined : 'Y-2026-03');
          expect(marksIn(look, code)).toEqual(marksIn(isAsked ? plain : before, code));
        }
        expect([look.votes, look.quorum, look.vetoes]).toEqual([plain.votes, plain.quorum, plain.vetoes]);
      }),
      { numRuns: 600 },
    );
  });

  it('whose ballots are those of the first round comes to what the first round came to', () => {
    fc.assert(
      fc.property(twoRounds, ({ first, asked }) => {
        const before = tallyItem(first);
        const look = tallyItem(lookAt(first, before, asked));
        expect([look.total, look.complete, look.outcome, look.reasons]).toEqual([
          before.total,
          before.complete,
          before.outcome,
          before.reasons,
        ]);
      }),
      { numRuns: 600 },
    );
  });

  it('lets carried marks weigh as they did, whatever its own rules drop', () => {
    fc.assert(
      fc.property(twoRounds, randomItem(), ({ first, second, asked }, other) => {
        const before = tallyItem(first);
        const look = tallyItem({ ...lookAt(second, before, asked), rules: inputOf(other).rules });
        for (const { code } of look.criteria)
          if (!asked.includes(code)) expect(marksIn(look, code)).toEqual(marksIn(before, code));
      }),
      { numRuns: 500 },
    );
  });

  it('carries on from a second look, each mark with the round that gave it', () => {
    const rubric = {
      ...aRubric,
      criteria: ['a', 'b', 'c'].map((code, at) => aCriterion(code, 30 + 5 * at, ['park', 'support'])),
    };
    const scored = (scores: Record<string, number>) => ({
      rubric,
      ballots: aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores })),
    });
    const first = aTally(scored({ a: 1, b: 1, c: 1 }));
    const second = aTally({
      ...scored({ b: 2, c: 2 }),
      carried: carriedFrom(toRecord(first), 'Y-2026-01', ['b', 'c']),
    });
    const third = aTally({ ...scored({ c: 3 }), carried: carriedFrom(toRecord(second), 'Y-2026-02', ['c']) });
    expect(third.criteria.map(({ mean, carriedFrom: from }) => [mean?.toJSON(), from])).toEqual([
      ['1/1', 'Y-2026-01'],
      ['2/1', 'Y-2026-02'],
      ['3/1', undefined],
    ]);
  });

  it('is kept, read back and explained with what it carries', () => {
    const look = tallyItem(lookAt(anItem(), aTally(), ['first']));
    const again = fromRecord(JSON.parse(recordText(look)) as TallyRecord, R1);
    expect(recordText(again)).toBe(recordText(look));
    expect(explain(again)).toEqual(explain(look));
    const scores = explain(look).find(({ step }) => step === 'scores');
    expect(scores).toMatchObject({
      lines: expect.arrayContaining([
        expect.objectContaining({
          key: 'tally.scores.carried',
          args: { criteria: 'second', round: 'Y-2026-03' },
        }),
      ]) as unknown,
      rows: [{ carriedFrom: null }, { carriedFrom: 'Y-2026-03' }],
    });
  });

  it('hears no ballot on a criterion it does not ask', () => {
    const carried = carriedFrom(toRecord(aTally()), 'Y-2026-03', ['first']);
    const odd = aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores: { first: 4, second: 0 } }));
    expect(aTally({ carried, ballots: odd }).total?.toJSON()).toBe('80/1');
  });

  it.each([
    ['a criterion the rubric has not', { third: { from: 'Y', counts: [0, 0, 0, 0, 1, 0], na: 0 } }],
    ['another scale', { second: { from: 'Y', counts: [0, 1], na: 0 } }],
    ['half a mark', { second: { from: 'Y', counts: [0, 0, 0, 0, 0.5, 0], na: 0 } }],
  ])('stops at marks carried over for %s', (_, marks) => {
    const [[code, own] = ['', null]] = Object.entries(marks);
    const carried = {
      [code]: { ...own, dropped: { lowest: 0, highest: 0 }, method: 'plain' },
    } as TallyInput['carried'];
    expect(() => aTally({ carried })).toThrow(RangeError);
  });

  it('stops at more dropped marks than were given', () => {
    const marks = { from: 'Y', counts: [0, 0, 0, 0, 1, 0], na: 0, dropped: { lowest: 1, highest: 1 } };
    expect(() => aTally({ carried: { second: { ...marks, method: 'trimmed' } } })).toThrow(RangeError);
  });
});

describe('what stands beside a second look', () => {
  it('rests on its base, and varies only what was asked', () => {
    fc.assert(
      fc.property(twoRounds, ({ first, second, asked }) => {
        const look = lookAt(second, tallyItem(first), asked);
        const result = tallyItem(look);
        const found = robustness(look);
        if (found === null) return;
        expect([found.base.total, found.base.outcome]).toEqual([result.total, result.outcome]);
        for (const { criterion } of disagreement(look, result).criteria) expect(asked).toContain(criterion);
      }),
      { numRuns: 500 },
    );
  });

  it('takes silent seats to score only what was asked', () => {
    const carried = carriedFrom(toRecord(aTally()), 'Y-2026-03', ['first']);
    const few = aRoll.slice(0, 9).map(({ seatId }) => aBallot(seatId));
    const found = robustness(anItem({ carried, ballots: few }));
    const marked = (score: number) =>
      aTally({ carried, ballots: [...few, aBallot('E2', 'agree', score)] }).total;
    expect(found?.missing.best.total).toEqual(marked(5));
    expect(found?.missing.worst.total).toEqual(marked(0));
  });
});
