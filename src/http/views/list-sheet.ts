import type { Cell, Sheet } from '../spreadsheet';
import type { Words } from '../../words/words';
import type { ActInput } from './acts';

/** What a view model shows in one place: a text, a number, a tag or a light, or several of them. */
type Shown =
  string | number | null | { readonly label: string } | { readonly text: string } | readonly Shown[];

/** A column of the sheet: its head, its width, and the key of the row's view model or what is made of the row. */
export type ListColumn<Row> = readonly [title: string, width: number, of: keyof Row | ((row: Row) => Shown)];

/**
 * The list of a page as a sheet, made of the very rows that the page shows: whoever asks takes away what they see,
 * masked and left out alike, and nothing else.
 */
export function listSheet<Row>(
  name: string,
  columns: readonly ListColumn<Row>[],
  rows: readonly Row[],
): Sheet {
  return {
    name,
    columns: columns.map(([title, width]) => ({ title, width })),
    rows: rows.map((row) =>
      columns.map(([, , of]) => cellOf(typeof of === 'function' ? of(row) : (row[of] as Shown))),
    ),
  };
}

/** Several things of one place stand in one cell; whole numbers stay numbers. */
function cellOf(shown: Shown): Cell {
  if (shown === null || typeof shown === 'number') return shown;
  if (typeof shown === 'string') return /^(0|[1-9]\d{0,8})$/.test(shown) ? Number(shown) : shown;
  if (Array.isArray(shown))
    return (shown as readonly Shown[])
      .map((one) => cellOf(one))
      .filter((text) => text !== null && text !== '')
      .join(' · ');
  return 'label' in shown ? shown.label : (shown as { text: string }).text;
}

/** The button above a list that takes it away. */
export function exportAct(href: string, words: Words): ActInput {
  return { label: words.t('exchange.export.download'), href, tone: 'quiet' };
}
