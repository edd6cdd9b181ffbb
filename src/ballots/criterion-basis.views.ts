import type { LeadContent } from '../domain/lead/content';
import { grouped, ratio } from '../domain/lead/decimals';
import type { Words } from '../words/words';
import { LeadFigures } from './lead-figures';

/** What of the elements was answered, as `用地：可保障`. */
export type AnswerLine = string;

type Basis = (
  content: LeadContent,
  at: LeadFigures,
  words: Words,
  answers: readonly AnswerLine[],
) => string | null;

/** What the lead states on a criterion, reckoned out where it can be; by criterion code of the rubrics we ship. */
const bases: Readonly<Record<string, Basis>> = {
  industryFit: (_content, at) => at.chain(),
  investorStrength: investor,
  investIntensity: intensity,
  taxPerMu: yieldPerMu,
  economics: yieldPerMu,
  energyCarbon: (content, at, words) => {
    const each = ratio(content.energyTce, content.annualOutputWan, 4);
    const whole = at.quantity(content.energyTce, 'tce');
    if (whole === null) return null;
    return at.join([whole, each === null ? null : words.t('ballots.basis.energy', { n: grouped(each) })]);
  },
  environmentSafety: (content, at, words) =>
    at.join([
      at.option('envCategory', content.envCategory),
      content.hazardousProcess ? words.t('ballots.hazardous') : null,
    ]),
  elementFeasibility: (_content, at, _words, answers) => at.join(answers),
  feasibility: (_content, at, _words, answers) => at.join(answers),
  employment,
  employmentDrive: employment,
  team: (content, _at, words) =>
    content.rdStaff === null
      ? null
      : words.t('ballots.basis.rdStaff', { n: grouped(String(content.rdStaff)) }),
  fundAndAsk: (_content, at) => at.funds(),
  landUse: (content, at) =>
    at.join([at.option('landUse', content.landUse), at.quantity(content.landMu, 'mu')]),
};

/** `''` where the lead has nothing on it, or the criterion is none of ours. */
export function basisOf(
  code: string,
  content: LeadContent,
  words: Words,
  answers: readonly AnswerLine[],
): string {
  const basis = Object.hasOwn(bases, code) ? bases[code] : undefined;
  return basis?.(content, new LeadFigures(content, words), words, answers) ?? '';
}

function investor(content: LeadContent, at: LeadFigures, words: Words): string | null {
  const revenue = at.money(content.lastYearRevenueWan);
  const own = content.fundSource.own;
  return at.join([
    content.honours.length === 0
      ? null
      : content.honours.map((honour) => at.honour(honour)).join(words.t('format.comma')),
    revenue && words.t('ballots.basis.revenue', { revenue }),
    own === null ? null : words.t('ballots.basis.own', { n: grouped(own) }),
  ]);
}

function intensity(content: LeadContent, at: LeadFigures, words: Words): string | null {
  const { fixedAssetWan, landMu, equipmentWan, leaseAreaSqm } = content;
  const perMu = at.perMu(fixedAssetWan);
  const fixed = at.money(fixedAssetWan);
  const land = at.quantity(landMu, 'mu');
  if (perMu && fixed && land) return words.t('ballots.basis.intensity', { fixed, land, perMu });
  const perSqm = at.equipmentPerSqm();
  const equipment = at.money(equipmentWan);
  const lease = at.quantity(leaseAreaSqm, 'sqm');
  if (perSqm && equipment && lease) return words.t('ballots.basis.leased', { equipment, lease, perSqm });
  return null;
}

function yieldPerMu(
  { annualTaxWan, annualOutputWan }: LeadContent,
  at: LeadFigures,
  words: Words,
): string | null {
  const tax = at.money(annualTaxWan);
  const output = at.money(annualOutputWan);
  const taxEach = at.perMu(annualTaxWan);
  const outputEach = at.perMu(annualOutputWan);
  return at.join([
    tax &&
      (taxEach
        ? words.t('ballots.basis.taxPerMu', { tax, each: taxEach })
        : words.t('ballots.basis.tax', { tax })),
    output &&
      (outputEach
        ? words.t('ballots.basis.outputPerMu', { output, each: outputEach })
        : words.t('ballots.basis.output', { output })),
  ]);
}

function employment({ jobs, skilledJobs }: LeadContent, _at: LeadFigures, words: Words): string | null {
  if (jobs === null) return null;
  const n = grouped(String(jobs));
  return skilledJobs === null
    ? words.t('ballots.jobs', { n })
    : words.t('ballots.jobsSkilled', { n, skilled: grouped(String(skilledJobs)) });
}
