import type { IncentiveType } from '../lead/dictionaries';
import type { Day } from '../shared/instant';

/** One clause of a published policy: what it grants, and by which words a request for it is known. */
export interface PolicyClause {
  /** As the document numbers it, `第五条`. */
  readonly code: string;
  readonly text: string;
  /** Kinds of request it may answer; empty for any. */
  readonly types: readonly IncentiveType[];
  /** A request that names no document is taken for one under this clause when it holds all of these; empty: never. */
  readonly words: readonly string[];
  /** The most it grants, in 万元 as decimal text; null where it names no limit. */
  readonly capWan: string | null;
}

/** A policy as published. Days are of the Beijing calendar and count in full; `validTo` null: until it is repealed. */
export interface PublishedPolicy {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly documentNo: string;
  readonly issuer: string;
  readonly validFrom: Day;
  readonly validTo: Day | null;
  readonly withdrawn: boolean;
  readonly clauses: readonly PolicyClause[];
}

export type PolicyValidity = 'inForce' | 'notYet' | 'expired' | 'withdrawn';

/** Where a policy stands on a day. */
export function validityOn(
  { validFrom, validTo, withdrawn }: Pick<PublishedPolicy, 'validFrom' | 'validTo' | 'withdrawn'>,
  day: Day,
): PolicyValidity {
  if (withdrawn) return 'withdrawn';
  if (day < validFrom) return 'notYet';
  return validTo !== null && day > validTo ? 'expired' : 'inForce';
}
