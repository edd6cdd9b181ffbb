import * as lists from './dictionaries';
import { controlPath, type Field, type PlacedField, type Section } from './field';
import type { LeadContent } from './lead-content';

const isForeign = ({ investorType }: LeadContent): boolean =>
  investorType === 'foreignCompany' || investorType === 'hkMoTwCompany';
const hasCode = ({ investorType }: LeadContent): boolean =>
  investorType === 'domesticCompany' || investorType === 'institute';
const isCompany = (content: LeadContent): boolean => hasCode(content) || isForeign(content);
const inForeignMoney = ({ currency }: LeadContent): boolean => currency !== 'CNY';
const usesEnergy = ({ track }: LeadContent): boolean => track === 'manufacturing' || track === 'tech';

/** A code may be missing for these, with a reason; the foreign give their registration number instead. */
const mayLackCode = ({ investorType, uscc }: LeadContent): boolean =>
  uscc === null && (investorType === 'fund' || investorType === 'team');

const money = (code: string, more: Partial<Field> = {}): Field => ({
  code,
  kind: 'money',
  unit: 'wan',
  places: 2,
  ...more,
});
const choice = (code: string, options: readonly string[], more: Partial<Field> = {}): Field => ({
  code,
  kind: 'enum',
  options,
  dictionary: code,
  ...more,
});
const name = (code: string, max: number, more: Partial<Field> = {}): Field => ({
  code,
  kind: 'text',
  max,
  ...more,
});
const prose = (code: string, max: number, more: Partial<Field> = {}): Field => ({
  code,
  kind: 'longText',
  max,
  prose: true,
  ...more,
});
const quantity = (code: string, unit: Field['unit'], more: Partial<Field> = {}): Field => ({
  code,
  kind: 'number',
  places: 4,
  ...(unit === undefined ? {} : { unit }),
  ...more,
});
const S = 'submission';

const project: readonly Field[] = [
  name('title', 60, { min: 4, need: 'draft' }),
  choice('track', lists.TRACKS, { need: S }),
  prose('summary', 2000, { min: 20, need: S }),
  choice('investMode', lists.INVEST_MODES, { need: S }),
  { code: 'existingFirm', kind: 'bool' },
  choice('countyTalks', lists.COUNTY_TALKS),
  choice('sensitivity', lists.SENSITIVITIES, { need: S, otherwise: 'normal' }),
];

const investor: readonly Field[] = [
  name('investorName', 100, { min: 2, need: 'draft' }),
  choice('investorType', lists.INVESTOR_TYPES, { need: S }),
  { code: 'uscc', kind: 'code', letters: 'upper', max: 18, need: hasCode, missing: 'usccMissing' },
  { code: 'usccLegacy', kind: 'bool' },
  name('usccAbsentReason', 200, { need: mayLackCode, missing: 'usccReasonMissing' }),
  name('foreignRegNo', 60, { need: isForeign, missing: 'foreignMissing' }),
  {
    code: 'foreignCountry',
    kind: 'code',
    letters: 'upper',
    max: 2,
    from: 'country',
    need: isForeign,
    missing: 'foreignMissing',
  },
  name('groupParent', 100),
  { code: 'registeredRegion', kind: 'code', max: 6, from: 'region' },
  name('registeredRegionReason', 200),
  { code: 'honours', kind: 'multi', options: lists.HONOURS, dictionary: 'honours' },
  {
    code: 'honourYears',
    kind: 'group',
    parts: lists.HONOURS.map((honour) => ({ code: honour, kind: 'year', min: 1980, max: 2100 })),
  },
  {
    code: 'honourEvidence',
    kind: 'group',
    parts: lists.HONOURS.map((honour) => name(honour, 100)),
  },
  money('lastYearRevenueWan', { asked: isCompany }),
  money('lastYearTaxWan', { asked: isCompany }),
  { code: 'staff', kind: 'count', unit: 'person', asked: isCompany },
  {
    code: 'creditCheck',
    kind: 'group',
    parts: [
      { code: 'date', kind: 'day' },
      name('source', 60),
      choice('result', lists.CREDIT_RESULTS, { dictionary: 'creditResult' }),
    ],
  },
];

const figures: readonly Field[] = [
  { code: 'industryCode', kind: 'code', letters: 'upper', max: 5, from: 'industry', need: S },
  { code: 'chain', kind: 'code', letters: 'asTyped', max: 40, from: 'chain', need: S },
  choice('chainRole', lists.CHAIN_ROLES, { need: S }),
  { code: 'currency', kind: 'code', letters: 'upper', max: 3, from: 'currency', otherwise: 'CNY', need: S },
  { code: 'originalAmount', kind: 'number', places: 2, need: inForeignMoney, missing: 'fxMissing' },
  { code: 'fxRate', kind: 'number', places: 8, need: inForeignMoney, missing: 'fxMissing' },
  { code: 'fxDate', kind: 'day', need: inForeignMoney, missing: 'fxMissing' },
  money('totalInvestmentWan', { need: S }),
  money('fixedAssetWan', { need: S }),
  money('equipmentWan'),
  {
    code: 'fundSource',
    kind: 'group',
    need: S,
    parts: lists.FUND_SOURCES.map((source) => ({
      code: source,
      kind: 'number',
      unit: 'percent',
      places: 2,
    })),
  },
  money('annualOutputWan', { need: S }),
  money('annualTaxWan', { need: S }),
  { code: 'fullYear', kind: 'year', min: 2000, max: 2100, asked: () => true },
  { code: 'jobs', kind: 'count', unit: 'person', need: S },
  { code: 'skilledJobs', kind: 'count', unit: 'person', need: S },
  { code: 'plannedStart', kind: 'month', need: S },
  { code: 'plannedProduction', kind: 'month', need: S },
  {
    code: 'incentiveRequests',
    kind: 'list',
    max: 10,
    parts: [
      choice('type', lists.INCENTIVE_TYPES, { dictionary: 'incentiveType' }),
      prose('text', 500),
      money('amountWan'),
    ],
  },
];

const elements: readonly Field[] = [
  quantity('landMu', 'mu', {
    need: ({ leaseAreaSqm, siteAbsentReason }) => leaseAreaSqm === null && siteAbsentReason === null,
    missing: 'siteMissing',
  }),
  choice('landUse', lists.LAND_USES, { need: S }),
  quantity('leaseAreaSqm', 'sqm'),
  name('siteAbsentReason', 200),
  quantity('energyTce', 'tce', { need: usesEnergy, missing: 'energyMissing' }),
  quantity('electricityWanKwh', 'wanKwh', { need: usesEnergy, missing: 'energyMissing' }),
  quantity('gasWanM3', 'wanM3'),
  quantity('steamTph', 'tph'),
  quantity('waterTpd', 'tpd'),
  choice('envCategory', lists.ENV_CATEGORIES, { need: S }),
  { code: 'hazardousProcess', kind: 'bool' },
  { code: 'needsChemicalPark', kind: 'bool' },
  prose('pollutants', 500, { asked: ({ track }) => track === 'manufacturing' }),
  quantity('pue', undefined, { places: 3, asked: ({ track }) => track === 'tech' }),
  quantity('visitorsWanPerYear', 'wanVisits', { asked: ({ track }) => track === 'service' }),
  { code: 'rdStaff', kind: 'count', unit: 'person', asked: ({ track }) => track === 'tech' },
];

const source: readonly Field[] = [
  { code: 'intendedHosts', kind: 'list', max: 3, from: 'host', need: S },
  { code: 'adjustable', kind: 'bool', threeWay: true, asked: () => true },
  choice('sourceChannel', lists.SOURCE_CHANNELS, { need: S }),
  choice('sourceChannelSecond', lists.SOURCE_CHANNELS, { dictionary: 'sourceChannel' }),
  {
    code: 'coScouts',
    kind: 'list',
    max: 10,
    parts: [
      { code: 'account', kind: 'code', letters: 'asTyped', max: 60, from: 'account' },
      { code: 'share', kind: 'number', unit: 'percent', places: 2 },
    ],
  },
  {
    code: 'referrer',
    kind: 'group',
    personal: true,
    parts: [
      name('name', 60, { personal: true }),
      choice('kind', lists.REFERRER_KINDS, { dictionary: 'referrerKind' }),
      name('contact', 100, { personal: true }),
      { code: 'conflict', kind: 'bool' },
    ],
  },
  {
    code: 'contact',
    kind: 'group',
    personal: true,
    need: S,
    parts: [
      name('name', 40, { personal: true, need: S }),
      name('title', 40, { personal: true, need: S }),
      name('mobile', 40, { personal: true, format: 'phone', need: S }),
      name('email', 254, { personal: true, format: 'email' }),
      { code: 'noticeGiven', kind: 'bool' },
    ],
  },
  { code: 'firstContactAt', kind: 'day', need: S },
  choice('talkDepth', lists.TALK_DEPTHS, { need: S }),
];

const placed = (section: Section, fields: readonly Field[]): PlacedField[] =>
  fields.map((field) => ({ ...field, section }));

/** Every field a scout may state, in the order of the form. Scout and unit come from the sign-in, files by upload. */
export const FIELDS: readonly PlacedField[] = [
  ...placed('project', project),
  ...placed('investor', investor),
  ...placed('figures', figures),
  ...placed('elements', elements),
  ...placed('source', source),
];

const byCode = new Map(FIELDS.map((field) => [field.code, field]));

/** The field with this code; throws on an unknown one, which is a mistake in the program. */
export function fieldOf(code: string): PlacedField {
  const field = byCode.get(code);
  if (field === undefined) throw new RangeError(`no lead field ${code}`);
  return field;
}

/** The field or part behind a control name (`contact[mobile]`, `coScouts[0][share]`); null for a foreign name. */
export function fieldOfControl(control: string): Field | null {
  const [code = '', ...steps] = controlPath(control);
  const part = steps.filter((step) => !/^\d+$/.test(step))[0];
  const field = byCode.get(code);
  if (field === undefined || part === undefined) return field ?? null;
  return field.parts?.find((entry) => entry.code === part) ?? null;
}

const positions = new Map(FIELDS.map(({ code }, i) => [code, i]));

/** Where a control stands in the form, for sorting; what is no field of the form comes last. */
export function positionOf(control: string): number {
  return positions.get(controlPath(control)[0] ?? '') ?? FIELDS.length;
}
