/** The closed lists of the lead form (lead-form rules 3.1–3.4). Their words are in the catalogue `lead.option.*`. */
export const TRACKS = ['manufacturing', 'tech', 'service'] as const;
export const INVEST_MODES = [
  'greenfield',
  'expansion',
  'relocation',
  'leasePlant',
  'acquisition',
  'platform',
] as const;
export const SENSITIVITIES = ['normal', 'restricted'] as const;
export const INVESTOR_TYPES = [
  'domesticCompany',
  'foreignCompany',
  'hkMoTwCompany',
  'institute',
  'fund',
  'team',
] as const;
export const HONOURS = [
  'world500',
  'china500',
  'private500',
  'listed',
  'unicorn',
  'specializedLittleGiant',
  'singleChampion',
  'highTech',
] as const;
export const CREDIT_RESULTS = ['clear', 'concern', 'adverse'] as const;
export const CHAIN_ROLES = ['build', 'extend', 'fill', 'strengthen', 'none'] as const;
/** `residential` is not an allowed use; it can be said so that it is caught rather than hidden under another word. */
export const LAND_USES = [
  'industrial',
  'storage',
  'commercial',
  'research',
  'mixed',
  'residential',
  'none',
] as const;
export const ENV_CATEGORIES = ['book', 'form', 'registration', 'exempt'] as const;
export const FUND_SOURCES = ['own', 'loan', 'fund', 'lease', 'government'] as const;
export const INCENTIVE_TYPES = [
  'publishedPolicy',
  'landPrice',
  'plantBuiltByGovernment',
  'fund',
  'taxReturn',
  'cashReward',
  'energyPrice',
  'other',
] as const;
export const SOURCE_CHANNELS = [
  'doorstepVisit',
  'outpostTeam',
  'overseasTeam',
  'businessByBusiness',
  'hometownAlumni',
  'chamber',
  'agency',
  'fund',
  'event',
  'talentTechEvent',
  'assigned',
  'selfContact',
  'reinvestment',
  'enclave',
  'online',
] as const;
export const REFERRER_KINDS = [
  'person',
  'company',
  'chamber',
  'agency',
  'civilServant',
  'stateUnitStaff',
  'investorParty',
] as const;
/** How far a county or district has come with the project by itself. */
export const COUNTY_TALKS = ['none', 'inTalk', 'signed'] as const;
export const TALK_DEPTHS = ['heard', 'contacted', 'visited', 'siteSeen', 'termsDiscussed'] as const;

/** The key chains a city starts with; a city may load its own list in place of these. */
export const CHAINS = [
  'new-energy-vehicle',
  'intelligent-equipment',
  'advanced-ceramics',
  'special-vehicle',
  'light-alloy',
  'new-energy',
  'agri-processing',
  'modern-logistics',
  'culture-tourism',
  'digital-economy',
  'bio-medicine',
  'electronics',
  'fine-chemicals',
  'textile',
] as const;

export type Track = (typeof TRACKS)[number];
export type InvestMode = (typeof INVEST_MODES)[number];
export type Sensitivity = (typeof SENSITIVITIES)[number];
export type InvestorType = (typeof INVESTOR_TYPES)[number];
export type Honour = (typeof HONOURS)[number];
export type CreditResult = (typeof CREDIT_RESULTS)[number];
export type ChainRole = (typeof CHAIN_ROLES)[number];
export type LandUse = (typeof LAND_USES)[number];
export type EnvCategory = (typeof ENV_CATEGORIES)[number];
export type FundSource = (typeof FUND_SOURCES)[number];
export type IncentiveType = (typeof INCENTIVE_TYPES)[number];
export type SourceChannel = (typeof SOURCE_CHANNELS)[number];
export type ReferrerKind = (typeof REFERRER_KINDS)[number];
export type CountyTalks = (typeof COUNTY_TALKS)[number];
export type TalkDepth = (typeof TALK_DEPTHS)[number];
