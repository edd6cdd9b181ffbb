import { leadSheetColumn } from '../domain/exchange/sheet-columns';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { Words } from '../words/words';
import type { ImportRowView } from './lead-imports.queries';
import type { RowProblem } from './lead-sheet';
import { columnName } from './sheet-labels';

/** A row of the sheet with what is wrong beside each of its cells. */
export interface RowModel {
  readonly position: number;
  readonly title: string;
  readonly href: string;
  readonly investor: string;
  readonly tag: Tag;
  readonly note: string;
  /** Whether it may still be ticked. */
  readonly open: boolean;
  readonly problems: readonly {
    readonly cell: string;
    readonly field: string;
    readonly shown: string;
    readonly text: string;
  }[];
}

const tones: Readonly<Record<ImportRowView['verdict'], TagTone>> = {
  open: 'line',
  clean: 'green',
  flawed: 'amber',
  blocked: 'red',
};

export function rowModel(row: ImportRowView, words: Words): RowModel {
  const { position, values, verdict, outcome, missing, leadId } = row;
  const t = (key: string, args: Record<string, string | number> = {}): string =>
    words.t(`exchange.${key}`, args);
  const mark =
    outcome === null
      ? tag(t(`verdict.${verdict}`), tones[verdict], verdict)
      : tag(t(`outcome.${outcome}`), outcome === 'kept' ? 'amber' : 'blue', outcome);
  return {
    position,
    title: values['title'] ?? t('row.noTitle'),
    href: leadId === null ? '' : `/leads/${leadId}`,
    investor: values['investorName'] ?? '',
    tag: mark,
    note:
      outcome !== null || verdict === 'open' || verdict === 'blocked'
        ? ''
        : missing === 0
          ? t('row.complete')
          : t('row.missing', { n: missing }),
    open: outcome === null && (verdict === 'clean' || verdict === 'flawed'),
    problems: row.problems.map((found) => problemModel(found, position, words)),
  };
}

function problemModel(found: RowProblem, position: number, words: Words): RowModel['problems'][number] {
  const { control, letter, shown, because, details } = found;
  const column = leadSheetColumn(control);
  const own = `exchange.problem.${because}`;
  return {
    cell: letter === '' ? '' : `${letter}${position}`,
    field: column === null ? '' : columnName(column, words),
    shown: shown === '' ? '' : words.t('exchange.row.shown', { text: shown }),
    text: words.has(own) ? words.t(own, details) : words.t(`lead.problem.${because}`, details),
  };
}

/** A problem on one line, for a terminal. */
export function problemLine(found: RowProblem, position: number, words: Words): string {
  const { cell, field, shown, text } = problemModel(found, position, words);
  return [cell === '' ? String(position) : cell, field, shown, text].filter((part) => part !== '').join(' ');
}
