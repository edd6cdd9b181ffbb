import { IntlMessageFormat } from 'intl-messageformat';
import { catalogue, type Locale } from './catalogue';

/** What a message's placeholders are filled with. Amounts and times come ready from `formats.ts`. */
export type WordArguments = Readonly<Record<string, string | number>>;

/**
 * The words of one language. Messages are ICU MessageFormat; those without a placeholder are returned as they
 * stand, the others are parsed when first used. One instance per language serves the whole program.
 */
export class Words {
  private readonly parsed = new Map<string, IntlMessageFormat>();

  constructor(
    readonly locale: Locale,
    private readonly messages: ReadonlyMap<string, string>,
  ) {}

  /** The word or sentence of `key`. Throws on an unknown key or a missing placeholder: a gap must not go unseen. */
  t(key: string, args?: WordArguments): string {
    const message = this.messages.get(key);
    if (message === undefined) throw new Error(`no word "${key}" in ${this.locale}`);
    return message.includes('{') ? this.filled(key, message, args) : message;
  }

  has(key: string): boolean {
    return this.messages.has(key);
  }

  /** The message as written when it needs no arguments, else null. For templates, which fold it in at boot. */
  fixed(key: string): string | null {
    const message = this.messages.get(key);
    return message === undefined || message.includes('{') ? null : message;
  }

  private filled(key: string, message: string, args: WordArguments = {}): string {
    let format = this.parsed.get(key);
    if (format === undefined) {
      format = new IntlMessageFormat(message, this.locale);
      this.parsed.set(key, format);
    }
    return String(format.format(args));
  }
}

const byLocale: Readonly<Record<Locale, Words>> = {
  'zh-CN': new Words('zh-CN', catalogue['zh-CN']),
  en: new Words('en', catalogue.en),
};

/** The shared words of a language. */
export function wordsFor(locale: Locale): Words {
  return byLocale[locale];
}
