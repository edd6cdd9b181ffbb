/** Takes from a text what must not be read in it. */
export type Veil = (text: string) => string;

/** Shorter names occur in ordinary sentences. */
const LEAST = 2;

/**
 * Puts `word` wherever one of the names stands in a text, the longest first, whatever the case of Latin letters.
 * Nothing is veiled where there are no names.
 */
export function veilOver(names: readonly (string | null)[], word: string): Veil {
  const given = names.flatMap((name) =>
    name !== null && [...name.trim()].length >= LEAST ? [name.trim()] : [],
  );
  if (given.length === 0) return (text) => text;
  const longest = [...new Set(given)].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    longest.map((name) => name.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')).join('|'),
    'giu',
  );
  return (text) => text.replace(pattern, word);
}

/** Where a value is an address or a name of the program and no text to be read. */
const NOT_READ = new Set(['href', 'action', 'id', 'dataPage', 'name']);

/** A finished model with the veil over each text in it; shapes, numbers and addresses stay. */
export function veiled<T>(model: T, veil: Veil): T {
  if (typeof model === 'string') return veil(model) as T;
  if (Array.isArray(model)) return model.map((entry: unknown) => veiled(entry, veil)) as T;
  if (typeof model !== 'object' || model === null) return model;
  return Object.fromEntries(
    Object.entries(model).map(([key, value]: [string, unknown]) => [
      key,
      NOT_READ.has(key) && typeof value === 'string' ? value : veiled(value, veil),
    ]),
  ) as T;
}
