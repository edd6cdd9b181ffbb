import fc from 'fast-check';
import { exactly } from '../../../../src/domain/lead/decimals';
import {
  objectiveFigures,
  type FigureSource,
  type ObjectiveFigures,
} from '../../../../src/domain/lead/objective-figures';
import {
  checkComputed,
  computedScore,
  formulaSentence,
  readFigure,
  type ComputedScore,
} from '../../../../src/domain/rubric/computed-score';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { formulaWords, valueWords } from '../../../../src/words/formulas';
import { wordsFor } from '../../../../src/words/words';

const form: FigureSource = {
  fixedAssetWan: '22000.00',
  annualTaxWan: '780.00',
  annualOutputWan: '30000.00',
  equipmentWan: '12000.00',
  landMu: '52',
  leaseAreaSqm: null,
  energyTce: '1450',
  jobs: 260,
};
const figures = objectiveFigures(form);

const intensity: ComputedScore = {
  input: 'investIntensity',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '400', score: 5 },
    { from: '150', score: 1 },
    { from: '250', score: 3 },
  ],
};
const energy: ComputedScore = {
  input: 'energyPerOutput',
  better: 'less',
  shape: 'steps',
  steps: [
    { from: '0.1', score: 5 },
    { from: '0.3', score: 3 },
    { from: '0.6', score: 1 },
  ],
};
const linear: ComputedScore = {
  input: 'taxPerMu',
  better: 'more',
  shape: 'linear',
  zeroAt: '8',
  fullAt: '30',
};

const at = (computed: ComputedScore, typed: string): number | null =>
  computedScore(computed, figures, typed).score;

describe('the figures of a form', () => {
  it('are exact, however they are shown', () => {
    expect(figures.investIntensity).toEqual(Fraction.of(5500, 13));
    expect(figures.taxPerMu).toEqual(Fraction.of(15));
    expect(figures.energyPerOutput).toEqual(Fraction.of(29, 600));
    expect(figures.jobs).toEqual(Fraction.of(260));
  });

  it('are none where the form lacks a part, or has no land to share among', () => {
    expect(figures.equipmentPerSqm).toBeNull();
    expect(objectiveFigures({ ...form, landMu: '0' }).taxPerMu).toBeNull();
    expect(objectiveFigures({ ...form, energyTce: null }).energyPerOutput).toBeNull();
    expect(objectiveFigures({ ...form, jobs: null }).jobs).toBeNull();
  });

  it('count a leased plant by the square metre', () => {
    const leased = objectiveFigures({ ...form, leaseAreaSqm: '12000' });
    expect(leased.equipmentPerSqm).toEqual(Fraction.of(1));
    expect(leased.taxPerSqm).toEqual(Fraction.of(650));
  });
});

describe('a criterion scored by steps', () => {
  it('gets the best step reached; reaching it exactly counts', () => {
    expect(
      ['149.9999', '150', '249.9999', '250', '399.9999', '400', '9000'].map((n) => at(intensity, n)),
    ).toEqual([0, 1, 1, 3, 3, 5, 5]);
  });

  it('counts downwards where less is better', () => {
    expect(['0', '0.1', '0.1001', '0.3', '0.6', '0.6001'].map((n) => at(energy, n))).toEqual([
      5, 5, 3, 3, 1, 0,
    ]);
  });

  it('is decided by the exact value, not by the decimals shown', () => {
    const short: ObjectiveFigures = {
      ...figures,
      investIntensity: exactly('400').minus(Fraction.of(1, 10_000_000)),
    };
    expect(short.investIntensity?.toDecimal(4)).toBe('400.0000');
    expect(computedScore(intensity, short).score).toBe(3);
  });

  it('has no score where the form lacks the figure, until a panelist states it', () => {
    const without = { ...figures, investIntensity: null };
    expect(computedScore(intensity, without)).toEqual({ score: null, value: null, stated: null });
    expect(computedScore(intensity, without, '260')).toEqual({
      score: 3,
      value: Fraction.of(260),
      stated: null,
    });
  });

  it('keeps beside a corrected figure what the form states', () => {
    expect(computedScore(intensity, figures, '160')).toEqual({
      score: 1,
      value: Fraction.of(160),
      stated: Fraction.of(5500, 13),
    });
  });
});

describe('a criterion scored in proportion', () => {
  it('runs from 0 to 5 and rounds half up to whole scores', () => {
    // One score is 4.4 万元/亩; half of one lies 2.2 above 8.
    expect(
      ['0', '8', '10.1999', '10.2', '12.4', '19', '27.7999', '27.8', '30', '99'].map((n) => at(linear, n)),
    ).toEqual([0, 0, 0, 1, 1, 3, 4, 5, 5, 5]);
  });

  it('runs downwards where less is better', () => {
    const down: ComputedScore = {
      ...linear,
      input: 'energyPerOutput',
      better: 'less',
      zeroAt: '1',
      fullAt: '0',
    };
    expect(['0', '0.5', '0.8', '1', '2'].map((n) => at(down, n))).toEqual([5, 3, 1, 0, 0]);
  });
});

const cents = fc.integer({ min: 0, max: 1_000_000 }).map((n) => readFigure((n / 100).toFixed(2)) ?? '0');
const stepped = fc
  .tuple(fc.uniqueArray(cents, { minLength: 1, maxLength: 5 }), fc.boolean())
  .map(([froms, isMore]): ComputedScore => {
    const rising = [...froms].sort((one, other) => exactly(one).compare(exactly(other)));
    const steps = (isMore ? rising : rising.reverse()).map((from, n) => ({ from, score: n + 1 }));
    return { input: 'taxPerMu', better: isMore ? 'more' : 'less', shape: 'steps', steps };
  });
const proportional = fc
  .tuple(cents, cents)
  .filter(([one, other]) => one !== other)
  .map(([zeroAt, fullAt]): ComputedScore => {
    const better = exactly(fullAt).compare(exactly(zeroAt)) > 0 ? 'more' : 'less';
    return { input: 'taxPerMu', better, shape: 'linear', zeroAt, fullAt };
  });
const formulas = fc.oneof(stepped, proportional);

describe('every formula that may be published', () => {
  it('never gives a better figure a lower score, and only whole scores of the scale', () => {
    fc.assert(
      fc.property(formulas, cents, cents, (computed, one, other) => {
        expect(checkComputed(computed)).toBeNull();
        const [low, high] = exactly(one).lt(exactly(other)) ? [one, other] : [other, one];
        const [worse, better] = (computed.better === 'more' ? [low, high] : [high, low]).map((n) =>
          at(computed, n),
        );
        expect(Number(better)).toBeGreaterThanOrEqual(Number(worse));
        expect([0, 1, 2, 3, 4, 5]).toContain(worse);
      }),
    );
  });

  it('gives a threshold met exactly its score', () => {
    fc.assert(
      fc.property(stepped, (computed) => {
        if (computed.shape !== 'steps') return;
        for (const { from, score } of computed.steps) expect(at(computed, from)).toBe(score);
      }),
    );
    fc.assert(
      fc.property(proportional, (computed) => {
        if (computed.shape !== 'linear') return;
        expect([at(computed, computed.zeroAt), at(computed, computed.fullAt)]).toEqual([0, 5]);
      }),
    );
  });

  it('can be read out in both languages', () => {
    fc.assert(
      fc.property(formulas, (computed) => {
        for (const locale of ['zh-CN', 'en'] as const)
          expect(formulaWords(computed, wordsFor(locale))).toContain(wordsFor(locale).t('figure.taxPerMu'));
      }),
      { numRuns: 20 },
    );
  });
});

describe('a formula', () => {
  const because = (change: object): string | undefined => checkComputed({ ...intensity, ...change })?.because;

  it('is refused with its reason', () => {
    expect(checkComputed(intensity)).toBeNull();
    expect(because({ input: 'luck' })).toBe('formulaInputUnknown');
    expect(because({ steps: [] })).toBe('formulaWithoutSteps');
    expect(because({ steps: [{ from: '1,5', score: 1 }] })).toBe('formulaFigureUnreadable');
    expect(because({ steps: [{ from: '1.50', score: 1 }] })).toBe('formulaFigureUnreadable');
    expect(because({ steps: [{ from: '1', score: 6 }] })).toBe('stepScoreOutsideScale');
    expect(
      because({
        steps: [
          { from: '1', score: 2 },
          { from: '2', score: 2 },
        ],
      }),
    ).toBe('stepScoreRepeated');
    expect(because({ better: 'less' })).toBe('formulaTurned');
    expect(
      because({
        steps: [
          { from: '1', score: 2 },
          { from: '1', score: 3 },
        ],
      }),
    ).toBe('formulaTurned');
    expect(because({ shape: 'linear', zeroAt: '5', fullAt: '5' })).toBe('formulaTurned');
    expect(because({ shape: 'linear', zeroAt: '', fullAt: '5' })).toBe('formulaFigureUnreadable');
  });

  it('is one sentence', () => {
    expect(formulaSentence(intensity)).toEqual({
      key: 'computed.steps.more',
      args: { input: 'investIntensity', steps: '400:5,250:3,150:1' },
    });
    expect(formulaWords(intensity, wordsFor('zh-CN'))).toBe(
      '投资强度（固定资产投资÷用地，万元/亩）：400及以上5分，250及以上3分，150及以上1分；不到150的0分',
    );
    expect(formulaWords(linear, wordsFor('en'))).toBe(
      'Tax per mu (annual tax ÷ land, ×10k yuan per mu): 0 up to 8, 5 from 30, in proportion between them, rounded half up to whole scores',
    );
    expect(valueWords('investIntensity', Fraction.of(5500, 13), wordsFor('zh-CN'))).toBe('423.0769万元/亩');
  });
});
