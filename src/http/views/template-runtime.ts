/** What compiled templates call while they run. Nothing here decides anything; it guards and escapes. */

/** Thrown at boot with every fault of every template, and while rendering with template, line and key. */
export class BrokenView extends Error {
  override readonly name = 'BrokenView';
}

const SPECIAL = /[&<>"']/;
const SPECIALS = /[&<>"']/g;
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#x27;',
};

/** Safe in text and in quoted attribute values; values elsewhere in a tag are refused at boot. */
export function escapeText(text: string): string {
  return SPECIAL.test(text) ? text.replace(SPECIALS, (character) => ENTITIES[character] as string) : text;
}

export const runtime = {
  /** A value as escaped text. Null and undefined print nothing; an object or a function is a mistake in the model. */
  escape(value: unknown, at: string): string {
    return typeof value === 'string' ? escapeText(value) : runtime.plain(value, at);
  },

  /** A number, a truth value or nothing as text, none of which needs escaping. */
  plain(value: unknown, at: string): string {
    if (value === null || value === undefined) return '';
    if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
      return String(value);
    throw new BrokenView(`${at}: a value of type ${typeof value} cannot be printed`);
  },

  /** As `{{#if}}` of Handlebars has it: empty lists, '', 0, null and undefined are false. */
  truthy(value: unknown): boolean {
    return Array.isArray(value) ? value.length > 0 : Boolean(value);
  },

  /** What `{{#each}}` runs over. */
  list(value: unknown, at: string): readonly unknown[] {
    if (Array.isArray(value)) return value;
    if (value === null || value === undefined) return [];
    throw new BrokenView(`${at}: each needs a list`);
  },

  /** Called when a key gave undefined: passes a key that is there and undefined, throws on one that is not. */
  missing(holder: unknown, key: string, at: string): undefined {
    if (typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)) return undefined;
    throw new BrokenView(`${at}: the view model has no "${key}"`);
  },
};
