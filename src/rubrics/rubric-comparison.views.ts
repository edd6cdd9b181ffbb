import {
  compareRubrics,
  type ComparedPart,
  type ComparedValue,
  type RubricComparison,
} from '../domain/rubric/compare-rubrics';
import { pageHead } from '../http/views/acts';
import { selectField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formulasWords } from '../words/formulas';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { confirmerWords, raiserWords, rubricCrumbs } from './rubric-words';
import type { RubricVersionCard, RubricVersionRead } from './rubrics.queries';

/** A changed field, named with its part. */
export interface ChangeRow {
  readonly label: string;
  readonly before: string;
  readonly after: string;
}

interface Side {
  readonly text: string;
  /** `''` where both sides say the same. */
  readonly isBefore: boolean;
  readonly isAfter: boolean;
  readonly isNone: boolean;
}

interface PartModel {
  readonly code: string;
  readonly name: string;
  readonly place: string;
  readonly change: Tag;
  readonly rows: readonly { readonly label: string; readonly left: Side; readonly right: Side }[];
}

/** The model of `rubrics/comparison`. */
export interface ComparisonModel extends PageModel {
  readonly action: string;
  readonly versions: readonly Field[];
  readonly columns: { readonly left: string; readonly right: string };
  /** The same beside each value where there is no room for columns. */
  readonly labels: { readonly left: string; readonly right: string };
  readonly summary: string;
  readonly groups: readonly { readonly heading: string; readonly parts: readonly PartModel[] }[];
  readonly other: { readonly label: string; readonly href: string };
}

export interface ComparisonFacts {
  readonly left: RubricVersionRead;
  readonly right: RubricVersionRead;
  readonly cards: readonly RubricVersionCard[];
  /** Whether parts that are the same on both sides are shown too. */
  readonly isAll: boolean;
}

const tones: Readonly<Record<ComparedPart['change'], TagTone>> = {
  same: '',
  changed: 'amber',
  added: 'green',
  removed: 'red',
};

/** Two versions side by side, the older on the left; every difference is struck out or underlined and said in a word. */
export function comparisonView(
  { left, right, cards, isAll }: ComparisonFacts,
  words: Words,
): ComparisonModel {
  const found = compareRubrics(left.content, right.content);
  const title = words.t('rubrics.compare.title', { name: words.of(right.name) });
  const group = (heading: string, parts: readonly ComparedPart[]): ComparisonModel['groups'][number] => ({
    heading: words.t(heading),
    parts: parts
      .filter(({ change }) => isAll || change !== 'same')
      .map((part) => partOf(part, isAll || part.change !== 'changed', words)),
  });
  const href = `/rubrics/${right.rubricId}/comparison?left=${left.version}&right=${right.version}`;
  const choice = (name: 'left' | 'right', chosen: number): Field =>
    selectField({
      name,
      label: words.t(`rubrics.compare.${name}`),
      stacked: true,
      options: cards.map((card) => ({
        value: String(card.version),
        label: versionLabel(card, words),
        selected: card.version === chosen,
      })),
    });
  return {
    page: {
      title,
      dataPage: 'rubric-comparison',
      crumbs: rubricCrumbs(right, words, words.t('rubrics.compare.crumb')),
      head: pageHead({ title, meta: [words.t('rubrics.compare.meta')] }),
    },
    action: `/rubrics/${right.rubricId}/comparison`,
    versions: [choice('left', left.version), choice('right', right.version)],
    columns: { left: versionLabel(left, words), right: versionLabel(right, words) },
    labels: {
      left: words.t('rubrics.version', { n: left.version }),
      right: words.t('rubrics.version', { n: right.version }),
    },
    summary: words.t('rubrics.compare.summary', { n: found.differences }),
    groups: [
      group('rubrics.criteria.heading', found.criteria),
      group('rubrics.veto.heading', found.grounds),
    ].filter(({ parts }) => parts.length > 0),
    other: isAll
      ? { label: words.t('rubrics.compare.onlyChanged'), href }
      : { label: words.t('rubrics.compare.all'), href: `${href}&show=all` },
  };
}

/** Every changed field in one list, for the page that asks before a publication. */
export function changesOf({ criteria, grounds }: RubricComparison, words: Words): ChangeRow[] {
  return [...criteria, ...grounds].flatMap(({ name, change, fields }) => {
    const part = words.of(name);
    if (change === 'added' || change === 'removed') {
      const text = words.t(`rubrics.change.${change}`);
      const gone = change === 'removed';
      return [{ label: part, before: gone ? text : '', after: gone ? '' : text }];
    }
    return fields
      .filter(({ changed }) => changed)
      .map(({ field, left, right }) => ({
        label: words.t('rubrics.compare.field', { part, field: words.t(`rubrics.compare.${field}`) }),
        before: valueText(left, words),
        after: valueText(right, words),
      }));
  });
}

/** @param isWhole whether fields that are the same on both sides are shown too */
function partOf(
  { code, name, change, places, fields }: ComparedPart,
  isWhole: boolean,
  words: Words,
): PartModel {
  const moved = places.left !== null && places.right !== null && places.left !== places.right;
  return {
    code,
    name: words.of(name),
    place: moved ? words.t('rubrics.compare.moved', { from: places.left ?? 0, to: places.right ?? 0 }) : '',
    change: tag(words.t(`rubrics.change.${change}`), tones[change], change),
    rows: fields
      .filter(({ changed }) => isWhole || changed)
      .map(({ field, left, right, changed }) => ({
        label: words.t(`rubrics.compare.${field}`),
        left: { ...side(left, words), isBefore: changed && left !== null, isAfter: false },
        right: { ...side(right, words), isBefore: false, isAfter: changed && right !== null },
      })),
  };
}

function side(value: ComparedValue | null, words: Words): Pick<Side, 'text' | 'isNone'> {
  return { text: valueText(value, words), isNone: value === null };
}

/** Contents that are stored in both languages are shown in both: a change may be in either. */
function valueText(value: ComparedValue | null, words: Words): string {
  if (value === null) return '';
  switch (value.is) {
    case 'text':
      return value.text.zh === value.text.en ? value.text.zh : `${value.text.zh}\n${value.text.en}`;
    case 'number':
      return String(value.n);
    case 'kinds':
      return raiserWords(value.codes, words);
    case 'scores':
      return value.codes.length === 0
        ? words.t('rubrics.compare.noScores')
        : formatsFor(words).list(value.codes);
    case 'confirmer':
      return confirmerWords(value.confirmedBy, words);
    case 'flag':
      return words.t(value.on ? 'rubrics.compare.yes' : 'rubrics.compare.no');
    case 'formula':
      return formulasWords(value.formulas, words) || words.t('rubrics.scoring.hand');
  }
}

function versionLabel(card: Pick<RubricVersionCard, 'version' | 'state'>, words: Words): string {
  return words.t('rubrics.compare.version', {
    version: words.t('rubrics.version', { n: card.version }),
    state: words.t(`rubrics.state.${card.state}`),
  });
}
