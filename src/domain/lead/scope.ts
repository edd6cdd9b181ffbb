import { exactly, grouped, yiOf } from './decimals';
import type { LeadContent } from './lead-content';
import type { FieldProblem } from './problem';
import type {
  ExclusionKind,
  ScopeExclusion,
  ScopeRules,
  ScopeThreshold,
  Tier,
  UnitLevel,
} from './scope-rules';
import { TIERS } from './scope-rules';

/** Something that takes a lead out of the city's scope; `tier` is who judges it instead. */
export type ScopeFinding = {
  readonly because:
    | ExclusionKind
    | 'underTotal'
    | 'underFixedAssets'
    | 'underCounty'
    | 'countyOwned'
    | 'countyReports'
    | 'large';
  /** The control that says so. */
  readonly field: string;
  readonly details: Readonly<Record<string, string>>;
  readonly tier: Tier;
};

export type Scope = {
  /** Who judges it; null while the form does not say enough. */
  readonly tier: Tier | null;
  readonly findings: readonly ScopeFinding[];
};

/**
 * Lead-form rule 3.5: by type, size and who reports it, with the reason and the alternative. Never a refusal.
 * `reporter`: the level of the reporting unit; null where nobody has said, which is taken for the city's.
 */
export function scopeOf(content: LeadContent, rules: ScopeRules, reporter: UnitLevel | null = null): Scope {
  const excluded = rules.exclusions.filter((one) => one.on && isOf(one, content, rules));
  const findings = [
    ...excluded.map(({ kind }) => finding(kind, fieldOfKind[kind], 'county')),
    ...countyOwned(content, rules, reporter),
    ...sizes(content, rules),
  ];
  const { track, totalInvestmentWan } = content;
  if (track === null || totalInvestmentWan === null) return { tier: null, findings };
  const lower = findings.filter(({ tier }) => tier !== 'leading').map(({ tier }) => TIERS.indexOf(tier));
  const own = findings.some(({ tier }) => tier === 'leading') ? 'leading' : 'city';
  return { tier: lower.length === 0 ? own : (TIERS[Math.min(...lower)] ?? 'county'), findings };
}

const finding = (
  because: ScopeFinding['because'],
  field: string,
  tier: Tier,
  details: ScopeFinding['details'] = {},
): ScopeFinding => ({ because, field, tier, details });

/** The control beside which an excluded type is told. */
const fieldOfKind: Readonly<Record<ExclusionKind, string>> = {
  stateFunded: 'fundSource',
  noFixedAssets: 'fixedAssetWan',
  residential: 'landUse',
  signed: 'countyTalks',
  technicalUpgrade: 'investMode',
  localMove: 'investMode',
  branchOffice: 'title',
  resourceExtraction: 'industryCode',
  farming: 'industryCode',
  catering: 'industryCode',
};

/** What makes a lead one of an excluded type, beside its industry and words in its title. */
const marks: Readonly<Record<ExclusionKind, (content: LeadContent, rules: ScopeRules) => boolean>> = {
  stateFunded: ({ fundSource }, { governmentPercent }) =>
    fundSource.government !== null && exactly(fundSource.government).gte(exactly(governmentPercent)),
  noFixedAssets: ({ track, fixedAssetWan }) =>
    track === 'service' && fixedAssetWan !== null && exactly(fixedAssetWan).compare(0) === 0,
  residential: ({ landUse }) => landUse === 'residential',
  signed: ({ countyTalks }) => countyTalks === 'signed',
  technicalUpgrade: ({ existingFirm, investMode }) => existingFirm && investMode === 'expansion',
  localMove: ({ existingFirm, investMode }) => existingFirm && investMode === 'relocation',
  branchOffice: () => false,
  resourceExtraction: () => false,
  farming: () => false,
  catering: () => false,
};

function isOf({ kind, industries, words }: ScopeExclusion, content: LeadContent, rules: ScopeRules): boolean {
  return (
    marks[kind](content, rules) ||
    begins(content.industryCode, industries) ||
    words.some((word) => content.title?.includes(word) === true)
  );
}

const begins = (code: string | null, prefixes: readonly string[]): boolean =>
  code !== null && prefixes.some((prefix) => code.startsWith(prefix));

/** A county or a park reports its own talks as anything else; a city unit leaves them to the county. */
function countyOwned(
  { countyTalks }: LeadContent,
  rules: ScopeRules,
  reporter: UnitLevel | null,
): ScopeFinding[] {
  const isTheirs = rules.countyOwned && countyTalks === 'inTalk';
  if (!isTheirs || reporter === 'county' || reporter === 'park') return [];
  return [finding(reporter === 'city' ? 'countyReports' : 'countyOwned', 'countyTalks', 'county')];
}

/** The row of thresholds that a lead is held to; null while its track is not known. */
export function thresholdOf({ track, industryCode }: LeadContent, rules: ScopeRules): ScopeThreshold | null {
  if (track === null) return null;
  const fits = (row: ScopeThreshold): boolean =>
    (row.track === null || row.track === track) &&
    (row.industries.length === 0 || begins(industryCode, row.industries));
  return rules.thresholds.find(fits) ?? null;
}

function sizes(content: LeadContent, rules: ScopeRules): ScopeFinding[] {
  const row = thresholdOf(content, rules);
  const { totalInvestmentWan: total, fixedAssetWan: fixed } = content;
  const isUnder = (figure: string | null, line: string | null | undefined): line is string =>
    figure !== null && line != null && exactly(figure).lt(exactly(line));
  const about = (figure: string | null, line: string) => ({
    figure: grouped(figure ?? '0'),
    line: grouped(line),
    yi: yiOf(line),
  });
  if (isUnder(total, row?.countyTotalWan))
    return [finding('underCounty', 'totalInvestmentWan', 'park', about(total, row?.countyTotalWan ?? '0'))];
  const found: ScopeFinding[] = [];
  if (isUnder(total, row?.totalWan))
    found.push(finding('underTotal', 'totalInvestmentWan', 'county', about(total, row?.totalWan ?? '0')));
  if (isUnder(fixed, row?.fixedAssetWan))
    found.push(
      finding('underFixedAssets', 'fixedAssetWan', 'county', about(fixed, row?.fixedAssetWan ?? '0')),
    );
  const { leadingTotalWan } = rules;
  if (total !== null && leadingTotalWan !== null && exactly(total).gte(exactly(leadingTotalWan)))
    found.push(finding('large', 'totalInvestmentWan', 'leading', about(total, leadingTotalWan)));
  return found;
}

/** For the sentence beside the field: `lead.problem.scope.<because>`. */
export function scopeProblem({ because, field, details, tier }: ScopeFinding): FieldProblem {
  return { field, because: `scope.${because}`, details: { ...details, tier } };
}
