import { isDay } from '../domain/shared/instant';
import { cellsIn } from '../http/pasted-table';
import type { CalendarEntry } from './calendar-entry';

export type CalendarFault = 'columns' | 'day' | 'year' | 'kind' | 'name' | 'twice' | 'weekday';

export interface CalendarProblem {
  readonly line: number;
  readonly fault: CalendarFault;
}

const kinds: Readonly<Record<string, CalendarEntry['kind']>> = {
  holiday: 'holiday',
  workday: 'workday',
  休: 'holiday',
  休息: 'holiday',
  放假: 'holiday',
  班: 'workday',
  上班: 'workday',
  补班: 'workday',
};

/** More days than a year has are no calendar. */
const mostRows = 400;

/**
 * Reads the days of a year: `2027-02-06, 放假, 春节`, one a line; a first line of column names is passed over. A holiday
 * may fall on any day of the week; a make-up day must be a Saturday or Sunday, since others are worked anyway.
 */
export function readCalendar(
  pasted: string,
  year: number,
): { readonly days: readonly CalendarEntry[]; readonly problems: readonly CalendarProblem[] } {
  const days = new Map<string, CalendarEntry>();
  const problems: CalendarProblem[] = [];
  for (const { line, cells } of cellsIn(pasted).slice(0, mostRows)) {
    const read = readDay(cells, year);
    if (line === 1 && read === 'day' && !/\d/.test(cells[0] ?? '')) continue;
    if (typeof read === 'string') problems.push({ line, fault: read });
    else if (days.has(read.day)) problems.push({ line, fault: 'twice' });
    else days.set(read.day, read);
  }
  return { days: [...days.values()], problems };
}

function readDay(cells: readonly string[], year: number): CalendarEntry | CalendarFault {
  const [first = '', second = '', name = ''] = cells.map((cell) => cell.normalize('NFKC'));
  if (cells.length < 2 || cells.length > 3)
    return cells.length === 1 && !/\d/.test(first) ? 'day' : 'columns';
  const day = dayIn(first);
  if (day === null) return 'day';
  if (Number(day.slice(0, 4)) !== year) return 'year';
  const kind = kinds[second.toLowerCase()];
  if (kind === undefined) return 'kind';
  if (name.length > 40) return 'name';
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  if (kind === 'workday' && weekday !== 0 && weekday !== 6) return 'weekday';
  return { day, kind, name };
}

function dayIn(text: string): string | null {
  const match = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(text.trim());
  if (match === null) return null;
  const [, year = '', month = '', date = ''] = match;
  const day = `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`;
  return isDay(day) ? day : null;
}
