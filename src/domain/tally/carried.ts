import type { TallyRecord } from './tally-record';
import type { CriterionResult } from './tally-result';
import type { RuleSet } from '../rubric/rule-set';

/** The marks of a criterion that is not asked again: what an earlier round counted, and how it weighed them. */
export type CarriedMarks = {
  /** Number of the round in which the marks were given. */
  readonly from: string;
} & Pick<CriterionResult, 'counts' | 'na' | 'dropped' | 'method'>;

/** By criterion code. */
export type Carried = Readonly<Record<string, CarriedMarks>>;

/**
 * What a second look at some criteria carries over from an earlier record. Marks that were carried into it keep the
 * round that gave them.
 */
export function carriedFrom(
  { criteria }: Pick<TallyRecord, 'criteria'>,
  round: string,
  asked: readonly string[],
): Carried {
  return Object.fromEntries(
    criteria
      .filter(({ code }) => !asked.includes(code))
      .map(({ code, counts, na, dropped, method, carriedFrom: from = round }): [string, CarriedMarks] => [
        code,
        { from, counts, na, dropped: { ...dropped }, method },
      ]),
  );
}

/** The criterion's carried marks, if it is not asked. */
export function carriedMarks(carried: Carried | undefined, code: string): CarriedMarks | undefined {
  return carried !== undefined && Object.hasOwn(carried, code) ? carried[code] : undefined;
}

/**
 * How many of the lowest and the highest marks of a criterion are dropped, and from how many marks on. Carried marks
 * weigh as they did when they were given, whatever the rules of the later round.
 */
export function trimOf(
  carried: Carried | undefined,
  code: string,
  trim: RuleSet['score']['trim'],
): RuleSet['score']['trim'] {
  const marks = carriedMarks(carried, code);
  if (marks === undefined) return trim;
  return { from: marks.method === 'trimmed' ? 0 : Number.POSITIVE_INFINITY, ...marks.dropped };
}

/** The criteria that are put to the vote: those whose marks are not carried over. */
export function askedOf<Own extends { readonly code: string }>(
  criteria: readonly Own[],
  carried: Carried | undefined,
): readonly Own[] {
  return carried === undefined
    ? criteria
    : criteria.filter(({ code }) => carriedMarks(carried, code) === undefined);
}
