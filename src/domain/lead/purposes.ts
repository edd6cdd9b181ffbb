import { manufacturing } from '../rubric/manufacturing';
import type { Criterion } from '../rubric/rubric-content';
import { service } from '../rubric/service';
import { tech } from '../rubric/tech';
import { TRACKS, type Track } from './dictionaries';

/** The criteria of each track's preset rubric that are judged by what a field says (rubrics 4.1–4.3). */
const FEEDS: Readonly<Record<string, Readonly<Partial<Record<Track, readonly string[]>>>>> = {
  summary: { manufacturing: ['technology'], tech: ['techOriginality'], service: ['planFit'] },
  investorType: { manufacturing: ['investorStrength'], service: ['operator'] },
  groupParent: { manufacturing: ['investorStrength'], service: ['operator'] },
  honours: { manufacturing: ['investorStrength', 'technology'], tech: ['team'], service: ['operator'] },
  lastYearRevenueWan: { manufacturing: ['investorStrength'], service: ['operator'] },
  lastYearTaxWan: { manufacturing: ['investorStrength'], service: ['operator'] },
  staff: { manufacturing: ['investorStrength'], tech: ['team'], service: ['operator'] },
  industryCode: { manufacturing: ['industryFit'], tech: ['industryFit'], service: ['planFit'] },
  chain: { manufacturing: ['industryFit'], tech: ['industryFit'], service: ['planFit'] },
  chainRole: { manufacturing: ['industryFit'], tech: ['industryFit'] },
  totalInvestmentWan: { manufacturing: ['investorStrength'], tech: ['fundAndAsk'], service: ['economics'] },
  fixedAssetWan: { manufacturing: ['investIntensity'], service: ['economics'] },
  equipmentWan: { manufacturing: ['investIntensity'] },
  fundSource: { manufacturing: ['investorStrength'], tech: ['fundAndAsk'], service: ['sustainability'] },
  annualOutputWan: { manufacturing: ['taxPerMu'], tech: ['market'], service: ['economics'] },
  annualTaxWan: { manufacturing: ['taxPerMu'], service: ['economics'] },
  fullYear: { manufacturing: ['taxPerMu'], service: ['sustainability'] },
  jobs: { manufacturing: ['employment'], service: ['employmentDrive'] },
  skilledJobs: { manufacturing: ['employment'], service: ['employmentDrive'] },
  plannedStart: { manufacturing: ['elementFeasibility'], tech: ['feasibility'] },
  plannedProduction: { manufacturing: ['elementFeasibility'], tech: ['feasibility'] },
  incentiveRequests: { tech: ['fundAndAsk'] },
  landMu: {
    manufacturing: ['investIntensity', 'taxPerMu', 'elementFeasibility'],
    tech: ['feasibility'],
    service: ['landUse'],
  },
  landUse: { manufacturing: ['elementFeasibility'], service: ['landUse'] },
  leaseAreaSqm: { manufacturing: ['investIntensity', 'elementFeasibility'], tech: ['feasibility'] },
  energyTce: { manufacturing: ['energyCarbon'], tech: ['ipCompliance'] },
  electricityWanKwh: { manufacturing: ['energyCarbon', 'elementFeasibility'], tech: ['ipCompliance'] },
  envCategory: { manufacturing: ['environmentSafety'], service: ['ecoHeritageSafety'] },
  hazardousProcess: { manufacturing: ['environmentSafety'] },
  needsChemicalPark: { manufacturing: ['environmentSafety'] },
  pollutants: { manufacturing: ['environmentSafety'], service: ['ecoHeritageSafety'] },
  visitorsWanPerYear: { service: ['market'] },
  rdStaff: { tech: ['team'] },
};

/** What a field is asked for where no criterion hangs on it; the words are `lead.purpose.<code>`. */
const OTHERWISE: Readonly<Record<string, string>> = {
  investMode: 'scope',
  existingFirm: 'scope',
  countyTalks: 'scope',
  sensitivity: 'visibility',
  investorName: 'duplicates',
  uscc: 'duplicates',
  creditCheck: 'veto',
  intendedHosts: 'hosts',
  adjustable: 'hosts',
  sourceChannel: 'credit',
  coScouts: 'credit',
  referrer: 'credit',
  contact: 'duplicates',
  firstContactAt: 'firstReport',
  talkDepth: 'firstReport',
};

const RUBRICS = { manufacturing, tech, service } as const;

/** Why a field is asked: the criteria it feeds, else another purpose; neither for fields that speak for themselves. */
export interface FieldPurpose {
  readonly criteria: readonly Criterion['name'][];
  readonly otherwise: string | null;
}

/** Without a track yet: the criteria of every track, each name once. */
export function purposeOf(code: string, track: Track | null): FieldPurpose {
  const feeds = FEEDS[code];
  const found = (track === null ? TRACKS : [track]).flatMap((one) =>
    (feeds?.[one] ?? []).map((criterion) => criterionOf(one, criterion).name),
  );
  const criteria = [...new Map(found.map((name) => [name.zh, name])).values()];
  return { criteria, otherwise: criteria.length > 0 ? null : (OTHERWISE[code] ?? null) };
}

/** @throws RangeError for a code the preset does not have, which is a mistake in the table above */
function criterionOf(track: Track, code: string): Criterion {
  const found = RUBRICS[track].criteria.find((criterion) => criterion.code === code);
  if (found === undefined) throw new RangeError(`the rubric of ${track} has no criterion ${code}`);
  return found;
}

/** For the test that holds the tables to the rubrics and the fields. */
export const PURPOSE_CODES: readonly string[] = [...Object.keys(FEEDS), ...Object.keys(OTHERWISE)];
