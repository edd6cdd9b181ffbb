import { convertedWan, exactly, ratio } from './decimals';
import { regionOfCreditCode } from './credit-code';
import { askedFavours } from './figures-rules';
import { relocatesInsideCity } from './identity-rules';
import { isOutsideChemicalParks } from './place-rules';
import { scopeOf, type Scope } from './scope';
import type { Submission } from './submission';

export type EnergyReview = 'notNeeded' | 'needed' | 'provincial';
/** Grounds of the veto list (rubrics 4.4) that a record points to; raising one stays a panelist's act. */
export type VetoCandidate = 'V03' | 'V09';

/** What the system works out of a record; decimals half-up, null where a figure is missing or land is none. */
export interface Computed {
  /** 万元 of fixed assets per 亩. */
  readonly investIntensity: string | null;
  readonly taxPerMu: string | null;
  readonly outputPerMu: string | null;
  /** Tonnes of standard coal per 万元 of output, four decimals. */
  readonly energyPerOutput: string | null;
  /** 万元 worked out of the foreign amount; null for CNY. */
  readonly convertedWan: string | null;
  readonly energyReview: EnergyReview | null;
  /** Tonnes left under the line of provincial review; negative above it. */
  readonly energyMarginTce: string | null;
  readonly registeredRegion: string | null;
  readonly fairCompetitionFlag: boolean;
  readonly chemicalOutsidePark: boolean;
  readonly relocationInsideCity: boolean;
  /** Under the city's threshold: a county-tier round rather than a refusal. */
  readonly belowThreshold: boolean;
  /** Who judges it by the city's scope rules, and why. */
  readonly scope: Scope;
  /** The credit code waits for the secretariat's decision. */
  readonly legacyCandidate: boolean;
  readonly vetoCandidates: readonly VetoCandidate[];
}

export function compute(run: Submission, legacyCandidate: boolean): Computed {
  const { content, rules } = run;
  const { fixedAssetWan, landMu, annualTaxWan, annualOutputWan, energyTce, currency } = content;
  const { originalAmount, fxRate } = content;
  const isForeign = currency !== 'CNY' && originalAmount !== null && fxRate !== null;
  const chemicalOutsidePark = isOutsideChemicalParks(run);
  const scope = scopeOf(content, run.scope, run.facts.reporterLevel ?? null);
  return {
    investIntensity: ratio(fixedAssetWan, landMu, 2),
    taxPerMu: ratio(annualTaxWan, landMu, 2),
    outputPerMu: ratio(annualOutputWan, landMu, 2),
    energyPerOutput: ratio(energyTce, annualOutputWan, 4),
    convertedWan: isForeign ? convertedWan(originalAmount, fxRate) : null,
    energyReview: energyReview(run),
    energyMarginTce:
      energyTce === null ? null : exactly(rules.energyProvincialTce).minus(exactly(energyTce)).toDecimal(2),
    registeredRegion:
      content.registeredRegion ?? (content.uscc === null ? null : regionOfCreditCode(content.uscc)),
    fairCompetitionFlag: askedFavours(run).length > 0,
    chemicalOutsidePark,
    relocationInsideCity: relocatesInsideCity(content, rules.cityRegionPrefix),
    belowThreshold: scope.findings.some(({ because }) => because.startsWith('under')),
    scope,
    legacyCandidate,
    vetoCandidates: [
      ...(chemicalOutsidePark ? ['V03' as const] : []),
      ...(content.landUse === 'residential' ? ['V09' as const] : []),
    ],
  };
}

const reaches = (figure: string | null, line: string): boolean =>
  figure !== null && exactly(figure).gte(exactly(line));

function energyReview({ content: { energyTce, electricityWanKwh }, rules }: Submission): EnergyReview | null {
  if (energyTce === null && electricityWanKwh === null) return null;
  if (reaches(energyTce, rules.energyProvincialTce)) return 'provincial';
  const isNeeded =
    reaches(energyTce, rules.energyReviewTce) || reaches(electricityWanKwh, rules.energyReviewWanKwh);
  return isNeeded ? 'needed' : 'notNeeded';
}
