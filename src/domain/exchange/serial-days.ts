/** Days from 1899-12-30 and from 1904-01-01 to 1970-01-01: the two calendars of workbooks. */
const epochs = { 1900: 25_569, 1904: 24_107 } as const;
const dayMs = 86_400_000;
/** 1 January 1970 to 31 December 2199: nothing else is meant as the day of a lead. */
const [least, most] = [25_569, 109_574];

/** The day a workbook's number stands for, `2026-11-30`; null where it is none of our time. */
export function dayOfSerial(serial: number, system: 1900 | 1904): string | null {
  const days = Math.floor(serial) - epochs[system];
  if (!Number.isFinite(days) || days < least - epochs[1900] || days > most - epochs[1900]) return null;
  return new Date(days * dayMs).toISOString().slice(0, 10);
}

/** A stored number as a person would write it: without an exponent and without what binary fractions add. */
export function plainNumber(stored: string): string | null {
  const value = Number(stored);
  if (stored.trim() === '' || !Number.isFinite(value)) return null;
  if (Math.abs(value) >= 1e21) return null;
  const rounded = Number(value.toPrecision(15));
  const text = String(rounded);
  return text.includes('e') ? rounded.toFixed(20).replace(/\.?0+$/, '') : text;
}
