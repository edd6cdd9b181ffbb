import { settleComputed } from '../../../../src/domain/ballot/computed-choice';
import type { BallotContent } from '../../../../src/domain/ballot/ballot';
import {
  NO_FIGURES,
  objectiveFigures,
  type FigureSource,
} from '../../../../src/domain/lead/objective-figures';
import { checkRubric } from '../../../../src/domain/rubric/check-rubric';
import { checkFormulas, formulaAt, formulaFor, type Formulas } from '../../../../src/domain/rubric/formulas';
import { manufacturingComputed } from '../../../../src/domain/rubric/manufacturing-computed';
import { contentOf, draftOf, emptyCriterion, storedDraft } from '../../../../src/domain/rubric/rubric-draft';
import { formulasWords } from '../../../../src/words/formulas';
import { wordsFor } from '../../../../src/words/words';

const plot: FigureSource = {
  fixedAssetWan: '22000.00',
  annualTaxWan: '780.00',
  annualOutputWan: '30000.00',
  equipmentWan: '9000.00',
  landMu: '52',
  leaseAreaSqm: null,
  energyTce: '1450',
  jobs: 260,
};
const plant: FigureSource = { ...plot, landMu: '0', leaseAreaSqm: '12000' };
const intensity = manufacturingComputed.criteria.find(
  ({ code }) => code === 'investIntensity',
) as Formulas & {
  code: string;
};

const ballot = (change: Partial<BallotContent> = {}): BallotContent => ({
  scores: {},
  na: [],
  reasons: {},
  vote: 'agree',
  comment: '',
  note: '',
  ...change,
});
const rubric = {
  ...manufacturingComputed,
  criteria: manufacturingComputed.criteria.filter(({ code }) => code === 'investIntensity'),
};

describe('a criterion with two formulas', () => {
  it('is scored by the one that the lead’s own data call for', () => {
    const by = (form: FigureSource) => formulaFor(intensity, objectiveFigures(form));
    expect([by(plot)?.formula.input, by(plot)?.at, by(plot)?.when]).toEqual(['investIntensity', 0, null]);
    expect([by(plant)?.formula.input, by(plant)?.at, by(plant)?.when]).toEqual([
      'equipmentPerSqm',
      1,
      'leaseOnly',
    ]);
    // Land as well: the first one holds.
    expect(by({ ...plant, landMu: '10' })?.at).toBe(0);
    expect(formulaFor({}, NO_FIGURES)).toBeNull();
  });

  it('knows the site by areas above nothing', () => {
    const site = (landMu: string | null, leaseAreaSqm: string | null) =>
      objectiveFigures({ ...plot, landMu, leaseAreaSqm }).site;
    expect([site('52', null), site('0', '12000'), site(null, '1'), site('1', '1'), site('0', '0')]).toEqual([
      'land',
      'lease',
      'lease',
      'both',
      'none',
    ]);
  });

  it('keeps with the ballot which one it was, and nothing beside it for the first', () => {
    const settle = (
      form: FigureSource,
      typed = ballot({ computed: { investIntensity: { choice: 'confirm', input: null } } }),
    ) => settleComputed(typed, { rubric, kind: 'park', figures: objectiveFigures(form) });
    // 22,000 ÷ 52 is 423; 9,000 ÷ 12,000 is 0.75, the fourth step exactly.
    expect(settle(plot).ballot.scores).toEqual({ investIntensity: 5 });
    expect(settle(plot).ballot.computed?.['investIntensity']).toEqual({
      choice: 'confirm',
      input: null,
      stated: '5500/13',
    });
    expect(settle(plant).ballot.scores).toEqual({ investIntensity: 4 });
    expect(settle(plant).ballot.computed?.['investIntensity']).toEqual({
      choice: 'confirm',
      input: null,
      stated: '3/4',
      formula: 1,
    });
    const corrected = ballot({
      computed: { investIntensity: { choice: 'correct', input: '0.5' } },
      reasons: { investIntensity: '设备清单不含旧设备，核减后为6000万元' },
    });
    expect(settle(plant, corrected).ballot.scores).toEqual({ investIntensity: 2 });
    expect(formulaAt(intensity, 1)?.formula.input).toBe('equipmentPerSqm');
    expect([formulaAt(intensity, 2), formulaAt({}, 0)]).toEqual([null, null]);
  });

  it('without its second formula leaves a leased project to be scored by hand (control)', () => {
    const { variants: _, ...bare } = rubric.criteria[0] ?? (intensity as never);
    const plain = { ...rubric, criteria: [bare] };
    const { byFormula } = settleComputed(ballot(), {
      rubric: plain,
      kind: 'park',
      figures: objectiveFigures(plant),
    });
    expect([...byFormula]).toEqual([]);
  });

  it('is published in one sentence for each, with what calls for it', () => {
    const said = formulasWords(intensity, wordsFor('zh-CN'));
    expect(said).toContain('租赁厂房、不另用地的，单位面积设备投入');
    expect(said).toContain('其余的，投资强度');
    expect(formulasWords({}, wordsFor('en'))).toBe('');
    const [one] = intensity.variants ?? [];
    expect(formulasWords({ ...intensity, variants: [] }, wordsFor('zh-CN'))).not.toContain('其余的');
    expect(one?.when).toBe('leaseOnly');
  });

  it('is refused without a first formula, with more than one more, an unknown condition or a turned one', () => {
    const [variant] = intensity.variants ?? [];
    if (variant === undefined || intensity.computed === undefined) throw new Error('no formulas');
    const no = (formulas: Formulas) => checkFormulas(formulas)?.because;
    expect(no(intensity)).toBeUndefined();
    expect(no({ variants: [variant] })).toBe('formulaVariantAlone');
    expect(no({ ...intensity, variants: [variant, variant] })).toBe('formulaTooMany');
    expect(no({ ...intensity, variants: [{ ...variant, when: 'rented' as never }] })).toBe(
      'formulaConditionUnknown',
    );
    const turned = { ...variant, formula: { ...variant.formula, better: 'less' as const } };
    expect(no({ ...intensity, variants: [turned] })).toBe('formulaTurned');
    expect(checkRubric(manufacturingComputed)).toEqual([]);
  });

  it('comes through the editor as it went in, and a draft from before there were two is read as it was', () => {
    expect(contentOf(draftOf(manufacturingComputed), 'manufacturing').criteria).toEqual(
      manufacturingComputed.criteria,
    );
    const { when: _w, altInput: _i, ...old } = emptyCriterion('c1');
    const stored = storedDraft({ nameZh: '', nameEn: '', criteria: [old as never], grounds: [] });
    expect([stored.criteria[0]?.when, contentOf(stored, 'x').criteria[0]?.variants]).toEqual(['', undefined]);
    // A condition without the rest of the second formula is a fault that is named, not a formula that is dropped.
    const typed = {
      ...emptyCriterion('c1'),
      scoring: 'steps',
      input: 'jobs',
      step5: '100',
      when: 'leaseOnly',
    };
    const [criterion] = contentOf({ nameZh: '', nameEn: '', criteria: [typed], grounds: [] }, 'x').criteria;
    expect(checkFormulas(criterion ?? {})?.because).toBe('formulaInputUnknown');
  });
});
