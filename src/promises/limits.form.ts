import { TRACKS, type Track } from '../domain/lead/dictionaries';
import { promiseLimits, termRanges, type PromiseLimits, type Term } from '../domain/promise/limits';
import { parseWan, wanText } from '../domain/shared/wan';
import { typedText, type FieldError } from '../http/forms';
import type { Words } from '../words/words';

export const terms = Object.keys(termRanges) as Term[];
export const timeFields = ['closesAt', 'hoursFrom', 'hoursTo'] as const;

/** Reads the form of the limits. `heads` are the accounts that may be named head of the secretariat. */
export function readLimits(
  body: Record<string, unknown>,
  heads: readonly string[],
  words: Words,
): { readonly value: PromiseLimits } | { readonly errors: readonly FieldError[] } {
  const errors: FieldError[] = [];
  const wrong = (field: string, key: string, details: Record<string, number> = {}): void => {
    errors.push({ field, message: words.t(key, details) });
  };
  const numbers = terms.map((name) => {
    const [least, most] = termRanges[name];
    const typed = typedText(body, name).normalize('NFKC').trim();
    const n = /^\d{1,3}$/.test(typed) ? Number(typed) : -1;
    if (n < least || n > most) wrong(name, 'promises.limits.error.number', { least, most });
    return [name, n] as const;
  });
  const times = timeFields.map((name) => {
    const at = typedText(body, name).normalize('NFKC').trim();
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) wrong(name, 'promises.limits.error.time');
    return [name, at] as const;
  });
  const { hoursFrom, hoursTo, ...closing } = Object.fromEntries(times) as Record<
    (typeof timeFields)[number],
    string
  >;
  if (errors.length === 0 && hoursFrom >= hoursTo) wrong('hoursTo', 'promises.limits.error.hours');
  const large = parseWan(typedText(body, 'largeFromWan'));
  if (large === null) wrong('largeFromWan', 'promises.limits.error.amount');
  const chosen: unknown[] = Array.isArray(body['specialistTracks']) ? body['specialistTracks'] : [];
  const specialistTracks = TRACKS.filter((track): track is Track => chosen.includes(track));
  const head = typedText(body, 'head');
  if (head !== '' && !heads.includes(head)) wrong('head', 'promises.limits.error.head');
  if (errors.length > 0 || large === null) return { errors };
  const value = { ...Object.fromEntries(numbers), ...closing, hoursFrom, hoursTo, specialistTracks, head };
  return { value: promiseLimits.read({ ...value, largeFromWan: wanText(large) }) };
}
