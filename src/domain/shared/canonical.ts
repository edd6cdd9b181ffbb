/** What may be sealed: no floats, no dates, no undefined, nothing that two databases could write differently. */
export type CanonicalValue =
  string | number | boolean | null | readonly CanonicalValue[] | { readonly [key: string]: CanonicalValue };

/**
 * The one text of a value: JSON without spaces, keys sorted by UTF-16 code unit, numbers only as safe integers.
 * Equal values have equal texts, so their digests can be compared. Throws TypeError, naming the place, on a float,
 * NaN, bigint, undefined, function, symbol, or an object that is not plain.
 */
export function canonical(value: CanonicalValue): string {
  return write(value, '$');
}

function write(value: unknown, at: string): string {
  if (value === null || typeof value === 'boolean' || typeof value === 'string') return JSON.stringify(value);
  if (typeof value === 'number') {
    if (!Number.isSafeInteger(value)) throw new TypeError(`not a whole number at ${at}: ${value}`);
    return JSON.stringify(value);
  }
  if (Array.isArray(value))
    return `[${Array.from(value, (entry, i) => write(entry, `${at}[${i}]`)).join(',')}]`;
  if (typeof value === 'object' && isPlain(value)) {
    const entries = value as Record<string, unknown>;
    const keys = Object.keys(entries).sort();
    return `{${keys.map((key) => `${JSON.stringify(key)}:${write(entries[key], `${at}.${key}`)}`).join(',')}}`;
  }
  throw new TypeError(`cannot be sealed at ${at}: ${typeof value}`);
}

/** Not compared with Object.prototype itself, so that a value made in another realm (a test, a worker) counts too. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}
