import { exactly } from '../lead/decimals';
import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import type { HostToFit, Verdict } from './fit';
import { contra, open, pro, shown } from './fit-reasons';

/** 投资强度 against the host's minimum; only where the lead takes land. */
export function intensityFit({ fixedAssetWan, landMu }: LeadContent, { profile }: HostToFit): Verdict | null {
  return yieldFit('intensity', fixedAssetWan, landMu, profile?.minIntensity ?? null);
}

/** 亩均税收 against the host's minimum; only where the lead takes land. */
export function taxFit({ annualTaxWan, landMu }: LeadContent, { profile }: HostToFit): Verdict | null {
  return yieldFit('tax', annualTaxWan, landMu, profile?.minTaxPerMu ?? null);
}

/** A minimum met exactly is met. Under it, the degree is the share of the minimum that is reached. */
function yieldFit(
  what: 'intensity' | 'tax',
  figure: string | null,
  landMu: string | null,
  minimum: string | null,
): Verdict | null {
  const land = landMu === null ? Fraction.zero : exactly(landMu);
  if (land.compare(0) <= 0) return null;
  if (minimum === null || exactly(minimum).compare(0) <= 0) return null;
  if (figure === null) return { degree: null, reasons: [open(`fit.${what}.unsaid`)] };
  const perMu = exactly(figure).over(land);
  const least = exactly(minimum);
  const args = { value: shown(perMu), least: shown(least) };
  if (perMu.gte(least)) return { degree: Fraction.one, reasons: [pro(`fit.${what}.met`, args)] };
  return { degree: perMu.over(least), reasons: [contra(`fit.${what}.under`, args)] };
}
