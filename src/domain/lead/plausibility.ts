import type { Fraction } from '../shared/fraction';
import { exactly } from './decimals';
import type { Section } from './field';
import type { LeadContent } from './lead-content';
import type { LeadRules } from './lead-rules';

export const RECKONINGS = ['taxOfOutput', 'investIntensity', 'taxPerMu', 'electricityTce'] as const;
export type Reckoning = (typeof RECKONINGS)[number];

type Figure =
  'annualTaxWan' | 'annualOutputWan' | 'fixedAssetWan' | 'landMu' | 'electricityWanKwh' | 'energyTce';

/**
 * A figure that tells slips of unit: what it is made of, and between which lines it is plausible. The form shows it as one
 * types and the server says the same; it decides nothing.
 */
export interface ReckoningRule {
  readonly code: Reckoning;
  /** The section of the form that it stands at the end of. */
  readonly section: Section;
  readonly of: Figure;
  readonly per: Figure | null;
  readonly times: string;
  readonly places: number;
  readonly low: string | null;
  readonly high: string | null;
  /** A field instead of a line: more than it holds is too much. */
  readonly highField: Figure | null;
}

export function reckoningRules(rules: LeadRules): readonly ReckoningRule[] {
  const rule = (code: Reckoning, section: Section, of: Figure, per: Figure | null) => {
    return { code, section, of, per, times: '1', places: 2, low: null, high: null, highField: null };
  };
  return [
    {
      ...rule('taxOfOutput', 'figures', 'annualTaxWan', 'annualOutputWan'),
      times: '100',
      places: 1,
      high: rules.taxOfOutputHighPercent,
    },
    {
      ...rule('investIntensity', 'elements', 'fixedAssetWan', 'landMu'),
      low: rules.fixedPerMuLowWan,
      high: rules.fixedPerMuHighWan,
    },
    { ...rule('taxPerMu', 'elements', 'annualTaxWan', 'landMu'), high: rules.taxPerMuHighWan },
    {
      ...rule('electricityTce', 'elements', 'electricityWanKwh', null),
      times: rules.tcePerWanKwh,
      places: 0,
      highField: 'energyTce',
    },
  ];
}

/** Exact; null where a figure is missing or there is nothing to share among. */
export function reckon(rule: ReckoningRule, content: LeadContent): Fraction | null {
  const [of, per] = [content[rule.of], rule.per === null ? '1' : content[rule.per]];
  if (of === null || per === null || exactly(per).compare(0) <= 0) return null;
  return exactly(of).times(exactly(rule.times)).over(exactly(per));
}

/** Whether a reckoned figure lies outside its lines; meeting a line exactly is inside. */
export function judge(rule: ReckoningRule, content: LeadContent): 'low' | 'high' | null {
  const value = reckon(rule, content);
  if (value === null) return null;
  const high = rule.highField === null ? rule.high : content[rule.highField];
  if (high !== null && value.compare(exactly(high)) > 0) return 'high';
  return rule.low !== null && value.lt(exactly(rule.low)) ? 'low' : null;
}
