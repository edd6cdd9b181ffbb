import { aBallot, aRoll, aTally } from '../tally/a-tally';
import {
  askedInOrder,
  proposedCriteria,
  secondLookRefusal,
  type EarlierResult,
} from '../../../../src/domain/round/second-look';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { carriedFrom } from '../../../../src/domain/tally/carried';
import { toRecord } from '../../../../src/domain/tally/tally-record';

/** Scores of the ten seats on the two criteria of the plain rubric. */
const recordOf = (first: readonly number[], second: readonly number[]) =>
  toRecord(
    aTally({
      ballots: aRoll.map(({ seatId }, at) => {
        const scores = Object.entries({ first: first[at], second: second[at] }).flatMap(
          ([code, score]): [string, number][] => (score === undefined ? [] : [[code, score]]),
        );
        return { ...aBallot(seatId), scores: Object.fromEntries(scores) };
      }),
    }),
  );
const all = (score: number): number[] => aRoll.map(() => score);
const split = aRoll.map((_, at) => (at % 2 === 0 ? 1 : 5));
const near = aRoll.map((_, at) => (at % 2 === 0 ? 3 : 4));

const earlier = (change: Partial<EarlierResult> = {}): EarlierResult => ({
  outcomeId: 'o',
  leadId: 'l',
  roundNumber: 'Y-2026-03',
  rubricVersionId: 'v1',
  revised: false,
  record: recordOf(split, near),
  ...change,
});
const plan = { lead: 'L-2026-00001《泵阀》', rubricVersionId: 'v1', rules: R1 };
const because = (
  asked: readonly string[],
  result: EarlierResult | undefined = earlier(),
  change: Partial<typeof plan> = {},
): string | undefined => secondLookRefusal(asked, result, { ...plan, ...change })?.because;

describe('the criteria proposed for a second look', () => {
  it('are the disputed ones', () => {
    expect([...proposedCriteria(recordOf(split, near))]).toEqual([['first', 'disputed']]);
  });

  it('are the one with the widest spread where none is disputed, and none where all marks are alike', () => {
    expect([...proposedCriteria(recordOf(all(4), near))]).toEqual([['second', 'widest']]);
    expect([...proposedCriteria(recordOf(all(4), all(2)))]).toEqual([]);
  });

  it('leave out what the earlier round had itself carried over', () => {
    const carried = carriedFrom(recordOf(split, split), 'Y-2026-01', ['second']);
    const ballots = aRoll.map(({ seatId }, at) => ({
      ...aBallot(seatId),
      scores: { second: near[at] ?? 0 },
    }));
    expect([...proposedCriteria(toRecord(aTally({ carried, ballots }))).keys()]).toEqual(['second']);
  });
});

describe('a second look is refused', () => {
  it('not at all where rules, rubric and marks allow it', () => {
    expect(because(['first'])).toBeUndefined();
  });

  it.each([
    [
      'where the rules do not allow it',
      because(['first'], earlier(), { rules: { ...R1, secondLook: { allowed: false } } }),
      'secondLookNotAllowed',
    ],
    [
      'without an earlier result',
      secondLookRefusal(['first'], undefined, plan)?.because,
      'secondLookWithoutFirst',
    ],
    [
      'under another version of the rubric',
      because(['first'], earlier({ rubricVersionId: 'v2' })),
      'secondLookOtherRubric',
    ],
    ['for a criterion the rubric has not', because(['luck']), 'secondLookUnknownCriterion'],
    ['without a criterion', because([]), 'secondLookAsksNothing'],
    [
      'where a criterion that nobody scored is left out',
      because(['first'], earlier({ record: recordOf(split, []) })),
      'secondLookWithoutMarks',
    ],
  ])('%s', (_, found, expected) => {
    expect(found).toBe(expected);
  });

  it('not for want of marks where what has none is asked', () => {
    expect(because(['second'], earlier({ record: recordOf(split, []) }))).toBeUndefined();
  });
});

describe('the criteria asked', () => {
  it('stand in the order of the rubric; all of them are a plain round', () => {
    expect(askedInOrder(['second'], earlier())).toEqual(['second']);
    expect(askedInOrder(['second', 'first'], earlier())).toBeNull();
  });
});
