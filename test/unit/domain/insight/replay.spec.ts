import fc from 'fast-check';
import { carryOver } from '../../../../src/domain/insight/carry-over';
import { replay, type PastRound } from '../../../../src/domain/insight/replay';
import { PANEL_KINDS } from '../../../../src/domain/rubric/panel-kind';
import type { RubricContent } from '../../../../src/domain/rubric/rubric-content';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { tallyItem } from '../../../../src/domain/tally/tally';
import { recordText } from '../../../../src/domain/tally/tally-record';
import type { TallyInput } from '../../../../src/domain/tally/tally-result';
import { aBallot, aCriterion, anItem, aRoll, aRubric } from '../tally/a-tally';
import { mixedRubric, someItem } from './items';

const past = (...inputs: TallyInput[]): PastRound => ({
  roundId: 'r1',
  items: inputs.map((input, at) => ({ itemId: `i${at}`, input })),
});
const reweighed = (first: number, second: number): RubricContent => ({
  ...aRubric,
  criteria: [aCriterion('first', first, PANEL_KINDS), aCriterion('second', second, PANEL_KINDS)],
});
const fiveAndTwo = anItem({
  ballots: aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores: { first: 5, second: 2 } })),
});

describe('a replay of past rounds', () => {
  it('changes nothing under the rubric and the rules that were in force', () => {
    fc.assert(
      fc.property(someItem(), (input) => {
        const { rounds, flips } = replay([past(input)], { rubric: mixedRubric, rules: R1 });
        expect(flips).toBe(0);
        const [item] = rounds[0]?.items ?? [];
        expect(item && recordText(item.after)).toBe(recordText(tallyItem(input)));
      }),
    );
  });

  it('shows the decisions that other weights would have flipped', () => {
    const { rounds, flips, items } = replay([past(fiveAndTwo, anItem())], {
      rubric: reweighed(30, 70),
      rules: null,
    });
    expect([flips, items]).toEqual([1, 2]);
    const [item] = rounds[0]?.items ?? [];
    // 60 × 5 + 40 × 2 against 30 × 5 + 70 × 2, of 500.
    expect([item?.before.total?.toDecimal(2), item?.after.total?.toDecimal(2)]).toEqual(['76.00', '58.00']);
    expect([item?.before.outcome, item?.after.outcome]).toEqual(['admit', 'reject']);
  });

  it('shows the decisions that other rules would have flipped', () => {
    const strict = { ...R1, score: { ...R1.score, passMark: 77 } };
    const { rounds, flips } = replay([past(fiveAndTwo)], { rubric: null, rules: strict });
    expect(flips).toBe(1);
    expect(rounds[0]?.carried).toBeNull();
    expect(rounds[0]?.items[0]?.after.reasons).toEqual(['scoreBelowPass']);
  });

  it('lets a new criterion drop out, for nobody has scored it, and stays on 100', () => {
    const tried: RubricContent = {
      ...aRubric,
      criteria: [
        aCriterion('first', 48, PANEL_KINDS),
        aCriterion('second', 32, PANEL_KINDS),
        aCriterion('third', 20, ['institute']),
      ],
    };
    const [round] = replay([past(fiveAndTwo)], { rubric: tried, rules: null }).rounds;
    expect(round?.carried?.criteria.map(({ criterion, how }) => [criterion, how])).toEqual([
      ['first', 'same'],
      ['second', 'same'],
      ['third', 'missing'],
    ]);
    expect(round?.carried?.weight).toEqual({ carried: 80, full: 100 });
    expect(round?.items[0]?.after.total?.toDecimal(2)).toBe('76.00');
    expect(round?.items[0]?.flips).toBe(false);
  });

  it('leaves out the marks of kinds that are no longer asked', () => {
    const tried: RubricContent = {
      ...aRubric,
      criteria: [aCriterion('first', 60, ['park']), aCriterion('second', 40, PANEL_KINDS)],
    };
    const [round] = replay([past(fiveAndTwo)], { rubric: tried, rules: null }).rounds;
    expect(round?.carried?.criteria[0]?.how).toBe('changed');
    expect(round?.items[0]?.after.criteria[0]?.n).toBe(2);
  });

  it('says of a round that it tells nothing: another track, or no criterion in common', () => {
    const left = (rubric: RubricContent) =>
      replay([past(fiveAndTwo)], { rubric, rules: null }).rounds[0]?.left;
    expect(left({ ...aRubric, code: 'tech' })).toBe('otherRubric');
    expect(left({ ...aRubric, criteria: [aCriterion('else', 100, PANEL_KINDS)] })).toBe('nothingCarried');
    expect(left({ ...aRubric, scale: { lowest: 1, highest: 9 } })).toBe('nothingCarried');
    expect(replay([past()], { rubric: aRubric, rules: null }).rounds[0]?.left).toBe('nothingCarried');
  });

  it('carries vetoes on grounds that the tried rubric still knows, and no others', () => {
    const ground = {
      code: 'V01',
      name: { zh: '无', en: 'none' },
      basis: { zh: '无', en: 'none' },
      raisedBy: PANEL_KINDS,
      confirmedBy: { by: 'secretariat' as const, functions: [] },
    };
    const vetoed = anItem({ vetoes: [{ ground: 'V01', state: 'confirmed' }] });
    const under = (rubric: RubricContent) =>
      replay([past(vetoed)], { rubric, rules: null }).rounds[0]?.items[0]?.after.outcome;
    expect(under({ ...aRubric, vetoGrounds: [ground] })).toBe('reject');
    expect(under(aRubric)).toBe('admit');
  });
});

describe('what one rubric can carry over from another', () => {
  it('says that a criterion is changed which now follows from a formula', () => {
    const computed = {
      input: 'investIntensity' as const,
      better: 'more' as const,
      shape: 'steps' as const,
      steps: [{ from: '150', score: 1 }],
    };
    const [first, ...rest] = aRubric.criteria.map((criterion, at) =>
      at === 0 ? { ...criterion, computed } : criterion,
    );
    const { criteria } = carryOver(aRubric, { ...aRubric, criteria: [...(first ? [first] : []), ...rest] });
    expect(criteria.map(({ how }) => how)).toEqual(['changed', 'same']);
  });

  it('names criteria that are gone, and those that read differently', () => {
    const anchors = { 0: { zh: '甲', en: 'a' }, 3: { zh: '乙', en: 'b' }, 5: { zh: '丙', en: 'c' } };
    const first = { ...aCriterion('first', 100, PANEL_KINDS), anchors };
    expect(carryOver(aRubric, { ...aRubric, criteria: [first] })).toEqual({
      criteria: [{ criterion: 'first', weight: 100, how: 'changed' }],
      dropped: ['second'],
      weight: { carried: 100, full: 100 },
    });
  });
});
