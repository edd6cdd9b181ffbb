import type { ComputedScore } from './computed-score';
import type { FormulaVariant } from './formulas';
import { manufacturing } from './manufacturing';
import type { Anchors, Criterion, RubricContent } from './rubric-content';

const intensity: ComputedScore = {
  input: 'investIntensity',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '150', score: 1 },
    { from: '200', score: 2 },
    { from: '250', score: 3 },
    { from: '300', score: 4 },
    { from: '400', score: 5 },
  ],
};

const tax: ComputedScore = {
  input: 'taxPerMu',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '8', score: 1 },
    { from: '12', score: 2 },
    { from: '15', score: 3 },
    { from: '20', score: 4 },
    { from: '30', score: 5 },
  ],
};

const energy: ComputedScore = {
  input: 'energyPerOutput',
  better: 'less',
  shape: 'steps',
  steps: [
    { from: '0.5', score: 1 },
    { from: '0.3', score: 2 },
    { from: '0.2', score: 3 },
    { from: '0.1', score: 4 },
    { from: '0.05', score: 5 },
  ],
};

const taxAnchor: Anchors[5] = { zh: '亩均税收30万元以上', en: 'Tax of 300,000 yuan per mu or more' };

const energyAnchors: Anchors = {
  0: {
    zh: '单位产值能耗超过0.5吨标准煤/万元，或无能耗指标来源',
    en: 'More than 0.5 tce per 10,000 yuan of output, or no source of quota',
  },
  3: { zh: '0.1–0.2吨标准煤/万元，指标有着落', en: '0.1 to 0.2 tce per 10,000 yuan, quota in sight' },
  5: { zh: '0.05吨标准煤/万元以下，指标已落实', en: '0.05 tce per 10,000 yuan or less, quota secured' },
};

/** Full marks at equipment of 1 万元/m² (rubrics 4.1); the steps below in the same proportion as those of intensity. */
const leasedIntensity: ComputedScore = {
  input: 'equipmentPerSqm',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '0.375', score: 1 },
    { from: '0.5', score: 2 },
    { from: '0.625', score: 3 },
    { from: '0.75', score: 4 },
    { from: '1', score: 5 },
  ],
};

/** The steps of tax per 亩 turned into yuan per m² of the plant (1 亩 ≈ 666.67 m², conventions): 15 yuan for each 万元. */
const leasedTax: ComputedScore = {
  input: 'taxPerSqm',
  better: 'more',
  shape: 'steps',
  steps: [
    { from: '120', score: 1 },
    { from: '180', score: 2 },
    { from: '225', score: 3 },
    { from: '300', score: 4 },
    { from: '450', score: 5 },
  ],
};

const variants: Readonly<Record<string, readonly FormulaVariant[]>> = {
  investIntensity: [{ when: 'leaseOnly', formula: leasedIntensity }],
  taxPerMu: [{ when: 'leaseOnly', formula: leasedTax }],
};

const computed: Readonly<Record<string, ComputedScore>> = {
  investIntensity: intensity,
  taxPerMu: tax,
  energyCarbon: energy,
};

/**
 * 制造业项目 with its three objective criteria scored from the form, for a city to look at and publish. Steps and
 * anchors of intensity and tax are those of the published version, with the scores between them filled in; its second
 * condition for full marks on tax (output of 400 万元 per 亩) is left out, since a formula takes one figure. A project in
 * a leased plant, which has no land, is scored by the square metre of the plant. The figures
 * for energy are a proposal, which a city sets by its own benchmarks before it publishes.
 */
export const manufacturingComputed: RubricContent = {
  ...manufacturing,
  criteria: manufacturing.criteria.map((criterion) => {
    const formula = computed[criterion.code];
    if (formula === undefined) return criterion;
    const own = variants[criterion.code];
    const more = own === undefined ? {} : { variants: own };
    return { ...criterion, anchors: anchorsOf(criterion), computed: formula, ...more };
  }),
};

function anchorsOf({ code, anchors }: Criterion): Anchors {
  if (code === 'energyCarbon') return energyAnchors;
  return code === 'taxPerMu' ? { ...anchors, 5: taxAnchor } : anchors;
}
