import { criterionMean } from '../domain/tally/criterion-mean';
import { carriedMarks, trimOf, type CarriedMarks } from '../domain/tally/carried';
import type { RubricContent } from '../domain/rubric/rubric-content';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { ItemRead } from './ballot-item';

/** What an item that asks only some criteria says of the others. The model of `ballots/_second-look`. */
export interface SecondLookModel {
  readonly title: string;
  readonly text: string;
  readonly heading: string;
  /** The model of `facts`. */
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { readonly label: string; readonly value: string; readonly sub: string }[];
  };
}

/**
 * Null where every criterion is asked. Of a criterion that is carried over its mean is told and how many gave a mark,
 * never a mark: so nothing of one that a single seat has scored.
 */
export function secondLookView({ item, rubric, whole }: ItemRead, words: Words): SecondLookModel | null {
  const { carried } = item;
  if (carried === null) return null;
  const list = (texts: readonly string[]): string => formatsFor(words).list(texts);
  const name = (criterion: RubricContent['criteria'][number]): string => words.of(criterion.name);
  const rounds = list([...new Set(Object.values(carried).map(({ from }) => from))].sort());
  return {
    title: words.t('secondLook.ballot.title'),
    text: words.t('secondLook.ballot.text', { round: rounds, criteria: list(rubric.criteria.map(name)) }),
    heading: words.t('secondLook.ballot.carried', { round: rounds }),
    facts: {
      two: true,
      items: whole.criteria.flatMap((criterion) => {
        const marks = carriedMarks(carried, criterion.code);
        if (marks === undefined) return [];
        return [{ label: name(criterion), ...told(marks, criterion, whole.scale, words) }];
      }),
    },
  };
}

function told(
  marks: CarriedMarks,
  { code, weight }: RubricContent['criteria'][number],
  scale: RubricContent['scale'],
  words: Words,
): { value: string; sub: string } {
  const trim = trimOf({ [code]: marks }, code, { from: 0, lowest: 0, highest: 0 });
  const { n, mean } = criterionMean(marks.counts, marks.na, scale, trim);
  const sub = words.t('secondLook.ballot.sub', { n, weight, round: marks.from });
  if (mean === null) return { value: words.t('secondLook.ballot.na'), sub: '' };
  if (n < 2) return { value: words.t('secondLook.ballot.single'), sub: '' };
  return { value: words.t('secondLook.ballot.mean', { mean: mean.toDecimal(2) }), sub };
}
