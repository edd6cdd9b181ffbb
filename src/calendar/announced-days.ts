import { readFileSync } from 'node:fs';
import type { CalendarDay } from './calendar-day.entity';

interface Announced {
  readonly holidays: Readonly<Record<string, string>>;
  readonly workdays: Readonly<Record<string, string>>;
}

let known: readonly CalendarDay[] | undefined;

/**
 * The days that the State Council announced, for the years the package `chinese-days` knows. Read from its data
 * file, not asked through its functions: those call every day of an unknown year ordinary without a word.
 */
export function announcedDays(): readonly CalendarDay[] {
  known ??= read();
  return known;
}

function read(): CalendarDay[] {
  const path = require.resolve('chinese-days/dist/chinese-days.json');
  const { holidays, workdays } = JSON.parse(readFileSync(path, 'utf8')) as Announced;
  const days = (kind: CalendarDay['kind'], list: Announced['holidays']): CalendarDay[] =>
    Object.entries(list).map(([day, text]) => ({ day, kind, name: nameIn(text) }));
  return [...days('holiday', holidays), ...days('workday', workdays)].sort((a, b) =>
    a.day < b.day ? -1 : 1,
  );
}

/** `Spring Festival,春节,4`: the name in the middle. */
function nameIn(text: string): string {
  return (text.split(',')[1] ?? text).slice(0, 40);
}
