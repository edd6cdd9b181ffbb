/** A moment as UTC text with milliseconds, `2026-03-05T02:12:00.000Z`: the order of the texts is the order in time. */
export type Instant = string;

/** A day of the Beijing calendar, `2026-03-05`. */
export type Day = string;

/** A moment as a clock on a Beijing wall shows it; `weekday` is 1 for Monday to 7 for Sunday. */
export interface BeijingTime {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
}

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Since 1992 Beijing has been UTC+8 without exception; before, the zone table knows the summer times. */
const STEADY_SINCE = Date.UTC(1991, 11, 31, 16);
/** Before 1902 the zone was Shanghai's local mean time and minutes do not line up; nothing here is that old. */
const FIRST_YEAR = 1902;
const LAST_YEAR = 9999;

/** Throws RangeError outside the years 1 to 9999, where texts would no longer sort as times do. */
export function toInstant(ms: number): Instant {
  const text = new Date(ms).toISOString();
  if (text.length !== 24) throw new RangeError(`outside the years that can be written: ${text}`);
  return text;
}

/** Milliseconds since 1970; throws RangeError when the text is not an instant in the one form we write. */
export function msOf(instant: Instant): number {
  const ms = Date.parse(instant);
  if (Number.isNaN(ms) || instant.length !== 24 || !instant.endsWith('Z'))
    throw new RangeError(`not an instant: ${instant}`);
  return ms;
}

export function isInstant(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));
}

export function beijing(instant: Instant): BeijingTime {
  const wall = new Date(wallMs(msOf(instant)));
  return {
    year: wall.getUTCFullYear(),
    month: wall.getUTCMonth() + 1,
    day: wall.getUTCDate(),
    weekday: wall.getUTCDay() || 7,
    hour: wall.getUTCHours(),
    minute: wall.getUTCMinutes(),
  };
}

/** The Beijing day an instant falls on. */
export function beijingDay(instant: Instant): Day {
  return toInstant(wallMs(msOf(instant))).slice(0, 10);
}

/** The instant at which a Beijing day begins; throws RangeError when the text is not a day. */
export function startOfDay(day: Day): Instant {
  const instant = isDay(day) ? parseBeijing(`${day}T00:00`) : null;
  if (instant === null) throw new RangeError(`not a day: ${day}`);
  return instant;
}

/** The last millisecond of a Beijing day. */
export function endOfDay(day: Day): Instant {
  return toInstant(msOf(startOfDay(addDays(day, 1))) - 1);
}

/** A day of the calendar that exists, `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  const match = /^(\d{4})-(\d\d)-(\d\d)$/.exec(text);
  return match !== null && utcOfDay(Number(match[1]), Number(match[2]), Number(match[3])) !== null;
}

/** `n` calendar days later (earlier when negative). */
export function addDays(day: Day, n: number): Day {
  return toInstant(Date.parse(`${day}T00:00:00.000Z`) + n * DAY).slice(0, 10);
}

/** Calendar days from one day to another; negative when `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / DAY;
}

const FORM = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?(Z|[+-]\d\d:?\d\d)?$/i;

/**
 * Reads what a person or a script enters as a moment: `2026-03-05T18:00` or `2026-03-05 18:00` are Beijing time, a
 * text with `Z` or an offset says its own. `24:00` is the start of the next day. Full-width characters are
 * accepted. Null on anything that is not a moment that exists, and outside the years 1902 to 9999.
 */
export function parseBeijing(text: string): Instant | null {
  const match = FORM.exec(text.normalize('NFKC').trim());
  if (match === null) return null;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map((part) => Number(part ?? 0)) as Six;
  const fraction = Number((match[7] ?? '').padEnd(3, '0'));
  const midnight = utcOfDay(year, month, day);
  if (midnight === null || year < FIRST_YEAR || minute > 59 || second > 59) return null;
  if (hour > 24 || (hour === 24 && minute + second + fraction > 0)) return null;
  const wall = midnight + hour * HOUR + minute * MINUTE + second * 1000 + fraction;
  const offset = match[8];
  const ms = offset === undefined ? msOfWall(wall) : msWithOffset(wall, offset.toUpperCase());
  return ms === null || new Date(ms).getUTCFullYear() > LAST_YEAR ? null : toInstant(ms);
}

type Six = [number, number, number, number, number, number];

function utcOfDay(year: number, month: number, day: number): number | null {
  const ms = Date.parse(`${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}T00:00:00.000Z`);
  return Number.isNaN(ms) || new Date(ms).getUTCDate() !== day ? null : ms;
}

function msWithOffset(wall: number, offset: string): number | null {
  if (offset === 'Z') return wall;
  const hours = Number(offset.slice(1, 3));
  const minutes = Number(offset.slice(-2));
  if (hours > 14 || minutes > 59) return null;
  return wall - (offset.startsWith('-') ? -1 : 1) * (hours * HOUR + minutes * MINUTE);
}

/** The instant of a wall time: the earlier one where clocks were set back, one hour on where they were set forward. */
function msOfWall(wall: number): number {
  const steady = wall - 8 * HOUR;
  if (steady >= STEADY_SINCE) return steady;
  const summer = wall - 9 * HOUR;
  return wallMs(summer) === wall ? summer : steady;
}

function wallMs(ms: number): number {
  return ms >= STEADY_SINCE ? ms + 8 * HOUR : wallFromZone(ms);
}

let zone: Intl.DateTimeFormat | undefined;

function wallFromZone(ms: number): number {
  zone ??= new Intl.DateTimeFormat('en-US', {
    timeZone: 'Asia/Shanghai',
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const part: Record<string, number> = {};
  for (const { type, value } of zone.formatToParts(ms)) part[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
  return Date.UTC(year, month - 1, day, hour, minute, second) + (((ms % 1000) + 1000) % 1000);
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0');
