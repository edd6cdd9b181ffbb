import type { DrawnElements } from '../elements/drawn';
import type { HostProfile } from '../host/profile';
import type { LeadContent } from '../lead/lead-content';
import { Fraction } from '../shared/fraction';
import { sentence, type Sentence } from '../shared/sentence';
import { chainFit, regionFit } from './fit-chain';
import { elementsFit } from './fit-elements';
import { siteFit } from './fit-site';
import { intensityFit, taxFit } from './fit-yield';
import { FIT_CRITERIA, type FitCriterion, type FitWeights } from './fit-weights';

/** A host as the rule sees it; `profile` null while its people have stated nothing. */
export interface HostToFit {
  readonly code: string;
  readonly name: string;
  readonly region: string;
  readonly chemicalPark: boolean;
  readonly leadChains: readonly string[];
  readonly profile: HostProfile | null;
  /** What other leads draw of what it states. */
  readonly drawn: DrawnElements;
}

/** What the rule must know beside the record. */
export interface FitFacts {
  /** Name of the place where the investor is registered; null where unknown. */
  readonly registeredRegion: string | null;
  readonly weights: FitWeights;
}

/** `open`: nobody can tell, because lead or profile do not say. */
export type Side = 'for' | 'against' | 'open';

export interface FitReason {
  readonly side: Side;
  /** The host cannot take the lead as things stand. */
  readonly isBlocking: boolean;
  readonly say: Sentence;
}

/** How well one criterion is met, 0 to 1, and why; null where the lead does not ask for it. */
export interface Verdict {
  /** Null where it cannot be told. */
  readonly degree: Fraction | null;
  readonly reasons: readonly FitReason[];
}

export interface HostFit {
  readonly code: string;
  readonly name: string;
  /** 0 to 100, exact. */
  readonly score: Fraction;
  readonly isBlocked: boolean;
  readonly reasons: readonly FitReason[];
}

type Rule = (content: LeadContent, host: HostToFit, facts: FitFacts) => Verdict | null;

const rules: Readonly<Record<FitCriterion, Rule>> = {
  chain: chainFit,
  site: siteFit,
  intensity: intensityFit,
  tax: taxFit,
  elements: elementsFit,
  region: regionFit,
};

const half = Fraction.of(1, 2);

/**
 * Every host with how well the lead fits it, the best first and those that cannot take it last. What cannot be told
 * counts half, so that a host gains nothing by stating nothing; criteria the lead does not ask for do not count.
 */
export function rankHosts(content: LeadContent, hosts: readonly HostToFit[], facts: FitFacts): HostFit[] {
  return hosts.map((host) => fitOf(content, host, facts)).sort(better);
}

export function fitOf(content: LeadContent, host: HostToFit, facts: FitFacts): HostFit {
  const verdicts = FIT_CRITERIA.flatMap((criterion) => {
    const verdict = rules[criterion](content, host, facts);
    return verdict === null ? [] : [{ ...verdict, weight: facts.weights.weights[criterion] }];
  });
  const whole = verdicts.reduce((sum, { weight }) => sum + weight, 0);
  const points = Fraction.sum(verdicts.map(({ degree, weight }) => (degree ?? half).times(weight)));
  const reasons = [...chemicalReasons(content, host), ...verdicts.flatMap((verdict) => verdict.reasons)];
  return {
    code: host.code,
    name: host.name,
    score: whole === 0 ? Fraction.of(50) : points.times(100).over(whole),
    isBlocked: reasons.some(({ isBlocking }) => isBlocking),
    reasons,
  };
}

/** A hazardous process belongs into a chemical park and nowhere else (lead-form rule 3.3). */
function chemicalReasons(
  { hazardousProcess, needsChemicalPark }: LeadContent,
  { chemicalPark }: HostToFit,
): FitReason[] {
  if (!hazardousProcess && !needsChemicalPark) return [];
  return chemicalPark
    ? [{ side: 'for', isBlocking: false, say: sentence('fit.chemical.yes') }]
    : [{ side: 'against', isBlocking: true, say: sentence('fit.chemical.no') }];
}

function better(a: HostFit, b: HostFit): number {
  if (a.isBlocked !== b.isBlocked) return a.isBlocked ? 1 : -1;
  return b.score.compare(a.score) || (a.code < b.code ? -1 : 1);
}
