import type { Criterion, RubricContent } from '../domain/rubric/rubric-content';
import { Fraction } from '../domain/shared/fraction';
import type { CriterionResult, TallyResult } from '../domain/tally/tally-result';

/** From this share of the highest score on a criterion is a strength; below the other it is a concern. */
const strong = Fraction.of(4, 5);
const weak = Fraction.of(3, 5);

/** A letter names this many of each at the most: a list of everything says nothing. */
const mostNamed = 4;

/** What a letter says of the criteria: names only, the best and the worst first. */
export interface Appraisal {
  readonly strengths: readonly string[];
  readonly concerns: readonly { readonly name: string; readonly wanted: string }[];
}

/** Sorts the criteria of a result into strengths and concerns; those in between are not mentioned. */
export function appraise(result: TallyResult, rubric: Pick<RubricContent, 'criteria'>): Appraisal {
  const named = new Map(rubric.criteria.map((criterion) => [criterion.code, criterion]));
  const rated = result.criteria.flatMap((criterion) => rate(criterion, named, result.scale.highest));
  const order = [...rated].sort((a, b) => b.share.compare(a.share));
  return {
    strengths: order
      .filter(({ share }) => share.gte(strong))
      .slice(0, mostNamed)
      .map(({ criterion }) => criterion.name.zh),
    concerns: order
      .filter(({ share }) => share.lt(weak))
      .reverse()
      .slice(0, mostNamed)
      .map(({ criterion }) => ({ name: criterion.name.zh, wanted: criterion.anchors[3].zh })),
  };
}

function rate(
  { code, mean }: CriterionResult,
  named: ReadonlyMap<string, Criterion>,
  highest: number,
): { share: Fraction; criterion: Criterion }[] {
  const criterion = named.get(code);
  return mean === null || criterion === undefined ? [] : [{ share: mean.over(highest), criterion }];
}

/** Whether a text holds the name of somebody on the roll; such a text never goes to a scout. */
export function namesSomeone(text: string, names: readonly string[]): boolean {
  const plain = text.normalize('NFKC').replace(/\s+/gu, '');
  return names.some((name) => name.length > 1 && plain.includes(name.normalize('NFKC').replace(/\s+/gu, '')));
}

/** `市发改委` of `李明（市发改委）`: a letter names units, never people. */
export function unitOf(label: string): string {
  return /（([^（）]+)）$/u.exec(label)?.[1] ?? label;
}
