import { beijingDay, type Day, type Instant } from '../shared/instant';
import { CHAINS } from './dictionaries';
import type { LeadContent } from './lead-content';
import { DEFAULT_LEAD_RULES, type LeadRules } from './lead-rules';
import { SCOPE_PRESET, type ScopeRules, type UnitLevel } from './scope-rules';
import { problem, type FieldProblem } from './problem';

/** What the rules must know beside the record. */
export interface SubmissionFacts {
  readonly now: Instant;
  readonly hosts: readonly HostFact[];
  isIndustryClass(code: string): boolean;
  isKnownRegion(code: string): boolean;
  isProvincePrefix(prefix: string): boolean;
  isCountry(code: string): boolean;
  isCurrency(code: string): boolean;
  /** Codes of the city's key chains; left out: the list a city starts with. */
  readonly chains?: readonly string[];
  /** The scout's own account, which cannot also be a co-scout. */
  readonly scoutAccount?: string;
  /** Whether an account exists; left out: not asked. */
  isAccount?(account: string): boolean;
  /** Which papers are attached; left out: not asked. */
  readonly papers?: { readonly businessPlan: boolean; readonly firstContactEvidence: boolean };
  /** The city's settings; left out: the defaults. */
  readonly rules?: LeadRules;
  /** What the city judges itself; left out: the presets. */
  readonly scope?: ScopeRules;
  /** What the reporting unit belongs to; null or left out: nobody has said. */
  readonly reporterLevel?: UnitLevel | null;
}

export interface HostFact {
  readonly code: string;
  readonly chemicalPark: boolean;
}

/** One run of the rules over one record: what each rule reads, and where it puts what it finds. */
export class Submission {
  readonly errors: FieldProblem[] = [];
  readonly warnings: FieldProblem[] = [];
  readonly rules: LeadRules;
  readonly scope: ScopeRules;
  readonly chains: readonly string[];
  /** Today in Beijing. */
  readonly today: Day;

  constructor(
    readonly content: LeadContent,
    readonly facts: SubmissionFacts,
  ) {
    this.rules = facts.rules ?? DEFAULT_LEAD_RULES;
    this.scope = facts.scope ?? SCOPE_PRESET;
    this.chains = facts.chains ?? CHAINS;
    this.today = beijingDay(facts.now);
  }

  error(field: string, because: string, details?: FieldProblem['details']): void {
    this.errors.push(problem(field, because, details));
  }

  warn(field: string, because: string, details?: FieldProblem['details']): void {
    this.warnings.push(problem(field, because, details));
  }
}
