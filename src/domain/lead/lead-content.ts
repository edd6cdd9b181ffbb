import type {
  CountyTalks,
  ChainRole,
  CreditResult,
  EnvCategory,
  FundSource,
  Honour,
  IncentiveType,
  InvestMode,
  InvestorType,
  LandUse,
  ReferrerKind,
  Sensitivity,
  SourceChannel,
  TalkDepth,
  Track,
} from './dictionaries';

/**
 * One lead as its scout states it, normalised. Plain JSON without floats, so it can be sealed: money is 万元 with two
 * decimals (`52000.00`), other numbers canonical decimals (`1.22`), counts and years integers, months `YYYY-MM`, days
 * `YYYY-MM-DD`, what was left out null. Units stand in the field table.
 */
export interface LeadContent {
  readonly title: string | null;
  readonly track: Track | null;
  readonly summary: string | null;
  readonly investMode: InvestMode | null;
  readonly existingFirm: boolean;
  readonly countyTalks: CountyTalks | null;
  readonly sensitivity: Sensitivity;

  readonly investorName: string | null;
  readonly investorType: InvestorType | null;
  /** Normalised, not necessarily valid. */
  readonly uscc: string | null;
  /** The scout's tick “证照如此，属旧版代码”. */
  readonly usccLegacy: boolean;
  readonly usccAbsentReason: string | null;
  readonly foreignRegNo: string | null;
  readonly foreignCountry: string | null;
  readonly groupParent: string | null;
  readonly registeredRegion: string | null;
  readonly registeredRegionReason: string | null;
  readonly honours: readonly Honour[];
  readonly honourYears: Readonly<Record<Honour, number | null>>;
  readonly honourEvidence: Readonly<Record<Honour, string | null>>;
  readonly lastYearRevenueWan: string | null;
  readonly lastYearTaxWan: string | null;
  readonly staff: number | null;
  readonly creditCheck: CreditCheck;

  readonly industryCode: string | null;
  readonly chain: string | null;
  readonly chainRole: ChainRole | null;
  readonly currency: string;
  readonly originalAmount: string | null;
  readonly fxRate: string | null;
  readonly fxDate: string | null;
  readonly totalInvestmentWan: string | null;
  readonly fixedAssetWan: string | null;
  readonly equipmentWan: string | null;
  /** Shares in per cent. */
  readonly fundSource: Readonly<Record<FundSource, string | null>>;
  readonly annualOutputWan: string | null;
  readonly annualTaxWan: string | null;
  readonly fullYear: number | null;
  readonly jobs: number | null;
  readonly skilledJobs: number | null;
  readonly plannedStart: string | null;
  readonly plannedProduction: string | null;
  /** An empty list says: none. */
  readonly incentiveRequests: readonly IncentiveRequest[];

  readonly landMu: string | null;
  readonly landUse: LandUse | null;
  readonly leaseAreaSqm: string | null;
  readonly siteAbsentReason: string | null;
  readonly energyTce: string | null;
  readonly electricityWanKwh: string | null;
  readonly gasWanM3: string | null;
  readonly steamTph: string | null;
  readonly waterTpd: string | null;
  readonly envCategory: EnvCategory | null;
  readonly hazardousProcess: boolean;
  readonly needsChemicalPark: boolean;
  readonly pollutants: string | null;
  readonly pue: string | null;
  readonly visitorsWanPerYear: string | null;
  readonly rdStaff: number | null;

  /** Codes of one to three hosts, first choice first. */
  readonly intendedHosts: readonly string[];
  /** Null when neither yes nor no was chosen. */
  readonly adjustable: boolean | null;
  readonly sourceChannel: SourceChannel | null;
  readonly sourceChannelSecond: SourceChannel | null;
  readonly coScouts: readonly CoScout[];
  readonly referrer: Referrer;
  readonly contact: Contact;
  readonly firstContactAt: string | null;
  readonly talkDepth: TalkDepth | null;

  /**
   * What was typed, by control name, where the record does not show it: text that NFKC changed (full-width brackets of
   * a company name) and entries that could not be read as what the field wants. The latter cannot be submitted, but a
   * draft keeps them.
   */
  readonly asTyped: Readonly<Record<string, string>>;
}

export interface CreditCheck {
  readonly date: string | null;
  readonly source: string | null;
  readonly result: CreditResult | null;
}

export interface IncentiveRequest {
  readonly type: IncentiveType | null;
  readonly text: string | null;
  readonly amountWan: string | null;
}

export interface CoScout {
  readonly account: string | null;
  /** Per cent of the credit; what the co-scouts do not hold stays with the scout. */
  readonly share: string | null;
}

export interface Referrer {
  readonly name: string | null;
  readonly kind: ReferrerKind | null;
  readonly contact: string | null;
  /** The referrer has declared an interest. */
  readonly conflict: boolean;
}

export interface Contact {
  readonly name: string | null;
  readonly title: string | null;
  readonly mobile: string | null;
  readonly email: string | null;
  /** The person was given the personal-information notice. */
  readonly noticeGiven: boolean;
}
