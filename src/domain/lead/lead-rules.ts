/**
 * The figures of the lead rules that a city may set otherwise; decimals as texts, units in the names. A default is a
 * product judgement or restates a published measure (lead-form rules 3.1–3.5), never a constant of the program.
 */
export interface LeadRules {
  readonly totalMaxWan: string;
  /** Warn under the low and over the high figure. */
  readonly totalLowWan: string;
  readonly totalHighWan: string;
  /** Total investment per 亩 below this is a slip of unit. */
  readonly totalPerMuFloorWan: string;
  /** Fixed assets per 亩 above or, for manufacturing, below these make the land worth a second look. */
  readonly fixedPerMuHighWan: string;
  readonly fixedPerMuLowWan: string;
  /** Tax per 亩 above this: ten times what the rubric gives full marks for. */
  readonly taxPerMuHighWan: string;
  readonly landHighMu: string;
  readonly taxOfOutputHighPercent: string;
  readonly energyReviewTce: string;
  readonly energyReviewWanKwh: string;
  readonly energyProvincialTce: string;
  /** Equivalent value of electricity, GB/T 2589. */
  readonly tcePerWanKwh: string;
  /** A first contact further back than this asks for evidence. */
  readonly firstContactEvidenceDays: number;
  readonly creditCheckDays: number;
  /** First digits of the city's own GB/T 2260 codes; null: moves inside the city show by `existingFirm` alone. */
  readonly cityRegionPrefix: string | null;
}

/** The defaults. What the city judges at all is a setting of its own: `scope-rules`. */
export const DEFAULT_LEAD_RULES: LeadRules = {
  totalMaxWan: '10000000',
  totalLowWan: '100',
  totalHighWan: '1000000',
  totalPerMuFloorWan: '1',
  fixedPerMuHighWan: '5000',
  fixedPerMuLowWan: '15',
  taxPerMuHighWan: '300',
  landHighMu: '3000',
  taxOfOutputHighPercent: '30',
  energyReviewTce: '1000',
  energyReviewWanKwh: '500',
  energyProvincialTce: '10000',
  tcePerWanKwh: '1.229',
  firstContactEvidenceDays: 7,
  creditCheckDays: 90,
  cityRegionPrefix: null,
};
