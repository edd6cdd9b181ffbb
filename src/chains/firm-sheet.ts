import { FIRM_STATES, type FirmState } from '../domain/chain/chain';
import { FIRM_COLUMNS, type FirmColumn, type FirmRowWords } from '../domain/chain/firm-rows';
import type { Sheet } from '../http/spreadsheet';
import { LOCALES } from '../words/catalogue';
import { wordsFor, type Words } from '../words/words';
import type { FirmCard } from './target-firms.queries';

const widths: Readonly<Record<FirmColumn, number>> = {
  name: 40,
  uscc: 24,
  region: 20,
  segment: 20,
  note: 50,
  state: 14,
};

/** The sheet that is taken away is one that can be brought back. */
export function firmSheet(firms: readonly FirmCard[], words: Words): Sheet {
  return {
    name: words.t('chains.sheet.name'),
    columns: FIRM_COLUMNS.map((column) => ({
      title: words.t(`chains.column.${column}`),
      width: widths[column],
    })),
    rows: firms.map(({ name, uscc, region, segmentName, note, state }) => [
      name,
      uscc,
      region,
      segmentName,
      note,
      words.t(`chains.firmState.${state}`),
    ]),
  };
}

/** Heads and states as either language writes them, and states by their codes. */
export function firmRowWords(): FirmRowWords {
  const both = LOCALES.map((locale) => wordsFor(locale));
  const inBoth = (key: string): string[] => both.map((words) => words.t(key).replace(/\s/g, ''));
  const heads = Object.fromEntries(
    FIRM_COLUMNS.map((column) => [column, inBoth(`chains.column.${column}`)]),
  ) as Record<FirmColumn, string[]>;
  const states = new Map<string, FirmState>(
    FIRM_STATES.flatMap((state) => [
      [state, state] as const,
      ...both.map((words) => [words.t(`chains.firmState.${state}`), state] as const),
    ]),
  );
  return { heads, states };
}
