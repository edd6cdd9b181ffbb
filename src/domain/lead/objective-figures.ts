import { Fraction } from '../shared/fraction';
import { exactly } from './decimals';
import type { LeadContent } from './lead-content';

/**
 * The figures of a form that need no opinion, as a rubric may score them: for each 亩 of land, for each square metre
 * of a leased plant, for each 万元 of output, and jobs. Which unit each has, see `FIGURE_UNITS`.
 */
export const OBJECTIVE_FIGURES = [
  'investIntensity',
  'taxPerMu',
  'outputPerMu',
  'equipmentPerSqm',
  'taxPerSqm',
  'outputPerSqm',
  'energyPerOutput',
  'jobs',
] as const;
export type ObjectiveFigure = (typeof OBJECTIVE_FIGURES)[number];

/** The word of each figure's unit, `figureUnit.<code>` in the catalogues. */
export const FIGURE_UNITS: Readonly<Record<ObjectiveFigure, string>> = {
  investIntensity: 'wanPerMu',
  taxPerMu: 'wanPerMu',
  outputPerMu: 'wanPerMu',
  equipmentPerSqm: 'wanPerSqm',
  taxPerSqm: 'yuanPerSqm',
  outputPerSqm: 'yuanPerSqm',
  energyPerOutput: 'tcePerWan',
  jobs: 'people',
};

/** On what a project stands: land of its own, a leased plant, both, or neither as far as the form says. */
export type SiteKind = 'land' | 'lease' | 'both' | 'none';

/** Exact values; null where the form does not say enough for the figure. And what decides which of them fit. */
export type ObjectiveFigures = Readonly<Record<ObjectiveFigure, Fraction | null>> & {
  readonly site: SiteKind;
};

/** Of a form that says nothing. */
export const NO_FIGURES = {
  ...Object.fromEntries(OBJECTIVE_FIGURES.map((figure) => [figure, null])),
  site: 'none',
} as unknown as ObjectiveFigures;

/** The parts of a form that the figures are worked out of. */
export type FigureSource = Pick<
  LeadContent,
  | 'fixedAssetWan'
  | 'annualTaxWan'
  | 'annualOutputWan'
  | 'equipmentWan'
  | 'landMu'
  | 'leaseAreaSqm'
  | 'energyTce'
  | 'jobs'
>;

const YUAN_IN_WAN = 10_000;

/** Works the figures out of a form, exactly: what a page shows rounded is never what is scored. */
export function objectiveFigures(content: FigureSource): ObjectiveFigures {
  const { fixedAssetWan, annualTaxWan, annualOutputWan, equipmentWan, landMu, leaseAreaSqm } = content;
  const yuanPerSqm = (wan: string | null): Fraction | null =>
    each(wan, leaseAreaSqm)?.times(YUAN_IN_WAN) ?? null;
  return {
    investIntensity: each(fixedAssetWan, landMu),
    taxPerMu: each(annualTaxWan, landMu),
    outputPerMu: each(annualOutputWan, landMu),
    equipmentPerSqm: each(equipmentWan, leaseAreaSqm),
    taxPerSqm: yuanPerSqm(annualTaxWan),
    outputPerSqm: yuanPerSqm(annualOutputWan),
    energyPerOutput: each(content.energyTce, annualOutputWan),
    jobs: content.jobs === null ? null : Fraction.of(content.jobs),
    site: siteOf(landMu, leaseAreaSqm),
  };
}

function siteOf(landMu: string | null, leaseAreaSqm: string | null): SiteKind {
  const [land, lease] = [landMu, leaseAreaSqm].map((area) => area !== null && exactly(area).compare(0) > 0);
  if (land) return lease ? 'both' : 'land';
  return lease ? 'lease' : 'none';
}

/** `whole / parts`; null when one is missing or there are no parts to share among. */
function each(whole: string | null, parts: string | null): Fraction | null {
  if (whole === null || parts === null) return null;
  const among = exactly(parts);
  return among.compare(0) > 0 ? exactly(whole).over(among) : null;
}
