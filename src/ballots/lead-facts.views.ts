import type { LeadContent } from '../domain/lead/content';
import { grouped } from '../domain/lead/decimals';
import type { Words } from '../words/words';
import { LeadFigures } from './lead-figures';

export interface Figure {
  readonly label: string;
  readonly note: string;
  readonly value: string;
  readonly sub: string;
}

export interface Fact {
  readonly label: string;
  /** One text, or short pieces that are not broken inside. */
  readonly value: string;
  readonly pieces: readonly string[];
  readonly sub: string;
}

/** A lead as a panelist reads it: the frozen revision without its contact, referrer and scout. */
export interface LeadFacts {
  readonly marks: readonly string[];
  readonly restricted: boolean;
  readonly figures: { readonly items: readonly Figure[] };
  readonly facts: readonly Fact[];
  /** What may be skipped at first. */
  readonly more: readonly Fact[];
}

export function leadFacts(content: LeadContent, leadNumber: string, words: Words): LeadFacts {
  const at = new LeadFigures(content, words);
  return {
    marks: [leadNumber, at.option('track', content.track), at.chain()].filter((mark) => mark !== null),
    restricted: content.sensitivity === 'restricted',
    figures: { items: figures(content, at, words) },
    facts: facts(content, at, words),
    more: more(content, at, words),
  };
}

function figures(content: LeadContent, at: LeadFigures, words: Words): Figure[] {
  const { totalInvestmentWan, fixedAssetWan, annualTaxWan, landMu, leaseAreaSqm } = content;
  const money = (key: string, wan: string | null, sub?: string | null): Figure[] => {
    const amount = at.amount(wan);
    if (amount === null) return [];
    const beside = sub ?? amount.smallText;
    return [{ label: words.t(key), note: '', value: amount.text, sub: beside }];
  };
  const land = at.quantity(landMu, 'mu');
  const lease = at.quantity(leaseAreaSqm, 'sqm');
  const site = land === null || landMu === '0' ? lease : land;
  const each = site === land ? at.perMu(fixedAssetWan) : at.equipmentPerSqm();
  const siteLabel = words.t(site === land ? 'ballots.figure.land' : 'ballots.figure.lease');
  return [
    ...money('ballots.figure.total', totalInvestmentWan),
    ...money('ballots.figure.fixed', fixedAssetWan),
    ...(site === null ? [] : [{ label: siteLabel, note: '', value: site, sub: each ?? '' }]),
    ...money('ballots.figure.tax', annualTaxWan, at.perMu(annualTaxWan)),
  ];
}

function facts(content: LeadContent, at: LeadFigures, words: Words): Fact[] {
  const output = at.amount(content.annualOutputWan);
  return rows(words, [
    ['investor', content.investorName, investorSub(content, at)],
    ['summary', content.summary, null],
    ['output', output?.text ?? null, output && output.smallText],
    ['energy', energy(content, at, words), review(content, words)],
    ['environment', at.option('envCategory', content.envCategory), dangers(content, words)],
    ['asks', asks(content, at, words), null],
  ]);
}

function more(content: LeadContent, at: LeadFigures, words: Words): Fact[] {
  return rows(words, [
    ['jobs', jobs(content, words), null],
    ['plan', plan(content, at, words), null],
    ['mode', at.option('investMode', content.investMode), null],
    ['parent', content.groupParent, null],
    ['revenue', at.money(content.lastYearRevenueWan), null],
    ['paidTax', at.money(content.lastYearTaxWan), null],
    ['funds', at.funds(), null],
    ['equipment', at.money(content.equipmentWan), null],
    ['pollutants', content.pollutants, null],
    ['industry', content.industryCode, null],
    ['site', content.siteAbsentReason, null],
  ]);
}

type Row = readonly [key: string, value: string | readonly string[] | null, sub: string | null];

const rows = (words: Words, given: readonly Row[]): Fact[] =>
  given.flatMap(([key, said, sub]) => {
    if (said === null || said.length === 0) return [];
    // Han text breaks anywhere, so number and unit are kept together; Latin text breaks at its spaces by itself.
    const isOne = typeof said === 'string' || words.locale === 'en';
    const value = typeof said === 'string' ? said : isOne ? said.join('') : '';
    const pieces = isOne || typeof said === 'string' ? [] : said;
    return [{ label: words.t(`ballots.fact.${key}`), value, pieces, sub: sub ?? '' }];
  });

/** Honours without a year or a certificate are marked: they are claims. */
function investorSub(content: LeadContent, at: LeadFigures): string | null {
  const honours = content.honours.map((honour) => at.honour(honour));
  const said = [at.option('investorType', content.investorType), ...honours].filter((part) => part !== null);
  return said.length === 0 ? null : said.join(' · ');
}

function energy(content: LeadContent, at: LeadFigures, words: Words): string[] {
  const whole = at.quantity(content.energyTce, 'tce');
  const power = at.quantity(content.electricityWanKwh, 'wanKwh');
  return pieces([whole, power && words.t('ballots.energyPower', { power })], words);
}

/** Pieces of one sentence, each but the last with its comma. */
function pieces(said: readonly (string | null)[], words: Words): string[] {
  const all = said.filter((piece) => piece !== null);
  return all.map((piece, n) => (n < all.length - 1 ? piece + words.t('ballots.comma') : piece));
}

/** The lines of the energy review are rules of the lead form, not of the ballot: only what the lead itself shows. */
function review({ pue }: LeadContent, words: Words): string | null {
  return pue === null ? null : words.t('ballots.pue', { n: pue });
}

function dangers({ hazardousProcess, needsChemicalPark }: LeadContent, words: Words): string | null {
  if (hazardousProcess) return words.t('ballots.hazardous');
  return needsChemicalPark ? words.t('ballots.chemicalPark') : null;
}

function jobs({ jobs: all, skilledJobs }: LeadContent, words: Words): string[] {
  if (all === null) return [];
  const skilled =
    skilledJobs === null ? null : words.t('ballots.skilled', { n: grouped(String(skilledJobs)) });
  return pieces([words.t('ballots.people', { n: grouped(String(all)) }), skilled], words);
}

function plan({ plannedStart, plannedProduction }: LeadContent, at: LeadFigures, words: Words): string[] {
  const start = at.month(plannedStart);
  const production = at.month(plannedProduction);
  const said = [
    start && words.t('ballots.plan.start', { month: start }),
    production && words.t('ballots.plan.production', { month: production }),
  ];
  return pieces(said, words);
}

/** An empty list says that the investor asks for nothing; that is a fact too. */
function asks({ incentiveRequests }: LeadContent, at: LeadFigures, words: Words): string {
  const said = incentiveRequests.flatMap(({ type, text, amountWan }) => {
    const parts = [at.option('incentiveType', type), text, at.money(amountWan)].filter(Boolean);
    return parts.length === 0 ? [] : [parts.join(' ')];
  });
  return said.length === 0 ? words.t('ballots.none') : said.join(words.t('ballots.semicolon'));
}
