import fc from 'fast-check';
import { VOTES } from '../../../../src/domain/ballot/ballot';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import { criteriaFor, type RubricContent } from '../../../../src/domain/rubric/rubric-content';
import type { RuleSet } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import type { CountedBallot, TallyInput } from '../../../../src/domain/tally/tally-result';
import { aCriterion, anItem, aRoll, aRubric } from '../tally/a-tally';

/** Four criteria, scored by all, by some, and by one kind alone. */
export const mixedRubric: RubricContent = {
  ...aRubric,
  code: 'mixed',
  vetoGrounds: ['V01', 'V05'].map((code) => ({
    code,
    name: { zh: '无', en: 'none' },
    basis: { zh: '无', en: 'none' },
    raisedBy: PANEL_KINDS,
    confirmedBy: { by: 'secretariat', functions: [] },
  })),
  criteria: [
    aCriterion('fit', 40, PANEL_KINDS),
    aCriterion('land', 25, ['park', 'support']),
    aCriterion('tech', 20, ['institute', 'enterprise']),
    aCriterion('safety', 15, ['support']),
  ],
};

/** Under these rules there is always a quorum: what is left are scores and votes. */
export const noQuorumNeeded: RuleSet = {
  ...R1,
  quorum: {
    share: { num: 0, den: 1 },
    perKind: { park: 0, support: 0, institute: 0, enterprise: 0 },
    mandatoryFunctions: [],
  },
};

const mark = fc.oneof(
  { weight: 12, arbitrary: fc.integer({ min: 0, max: 5 }) },
  { weight: 8, arbitrary: fc.constantFrom(3, 4) },
  { weight: 1, arbitrary: fc.constant('na' as const) },
);

const ballotOf = (seat: (typeof aRoll)[number]): fc.Arbitrary<CountedBallot> => {
  const codes = criteriaFor(mixedRubric, seat.kind).map(({ code }) => code);
  return fc
    .record({
      vote: fc.constantFrom(...VOTES, 'agree' as const, 'agree' as const),
      marks: fc.array(mark, { minLength: codes.length, maxLength: codes.length }),
    })
    .map(({ vote, marks }) => ({
      seatId: seat.seatId,
      vote,
      scores: Object.fromEntries(
        codes.flatMap((code, at) => {
          const given = marks[at];
          return typeof given === 'number' ? [[code, given]] : [];
        }),
      ),
      na: codes.filter((_, at) => marks[at] === 'na'),
    }));
};

const ids = aRoll.map(({ seatId }) => seatId);

/** Items as panels leave them: some seats silent, some recused, some marks not applying, now and then a veto. */
export const someItem = (rules: RuleSet = R1): fc.Arbitrary<TallyInput> =>
  fc
    .record({
      ballots: fc.tuple(...aRoll.map(ballotOf)),
      silent: fc.subarray(ids, { maxLength: 3 }),
      recusals: fc.subarray(ids, { maxLength: 2 }),
      vetoes: fc.constantFrom(
        [],
        [],
        [],
        [{ ground: 'V05', state: 'raised' as const }],
        [{ ground: 'V01', state: 'confirmed' as const }],
      ),
    })
    .map(({ ballots, silent, recusals, vetoes }) =>
      anItem({
        rubric: mixedRubric,
        rules,
        ballots: ballots.filter(({ seatId }) => !silent.includes(seatId)),
        recusals,
        vetoes,
      }),
    );
