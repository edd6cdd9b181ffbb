import { IntlMessageFormat } from 'intl-messageformat';
import type { Bilingual } from '../domain/shared/sentence';
import { catalogue, type Locale } from './catalogue';

/** What a message's placeholders are filled with. Amounts and times come ready from `formats.ts`. */
export type WordArguments = Readonly<Record<string, string | number>>;

/** A message made ready: as it stands, as texts and names of placeholders in turns, or as ICU has it. */
type Ready = string | readonly string[] | IntlMessageFormat;

/** A message whose placeholders are plain ones: no plurals, choices, quotes or tags. */
const plain = /^[^{}'<]*(?:\{\w+\}[^{}'<]*)+$/;

/**
 * The words of one language. Messages are ICU MessageFormat; those without a placeholder are returned as they
 * stand, the others are made ready when first used. One instance per language serves the whole program.
 */
export class Words {
  private readonly ready = new Map<string, Ready>();
  private city: string;

  constructor(
    readonly locale: Locale,
    private readonly messages: ReadonlyMap<string, string>,
  ) {
    this.city = locale === 'en' ? 'City' : '本市';
  }

  /** The name that `{city}` stands for. */
  nameCity(city: string): void {
    this.city = city;
  }

  /** The word or sentence of `key`. Throws on an unknown key or a missing placeholder: a gap must not go unseen. */
  t(key: string, args: WordArguments = {}): string {
    const message = this.ready.get(key) ?? this.makeReady(key);
    if (typeof message === 'string') return message;
    if (message instanceof IntlMessageFormat) return String(message.format(args));
    let text = '';
    for (let at = 0; at < message.length; at += 2) {
      text += message[at];
      const name = message[at + 1];
      if (name !== undefined) text += this.argument(key, name, args);
    }
    return text;
  }

  /** A text that is data of the city and not of the program, in this language. */
  of({ zh, en }: Bilingual): string {
    return this.locale === 'en' ? en : zh;
  }

  has(key: string): boolean {
    return this.messages.has(key);
  }

  /** The message as written when it needs no arguments, else null. For templates, which fold it in at boot. */
  fixed(key: string): string | null {
    const message = this.messages.get(key);
    return message === undefined || message.includes('{') ? null : message;
  }

  private argument(key: string, name: string, args: WordArguments): string | number {
    const value = args[name] ?? (name === 'city' ? this.city : undefined);
    if (value === undefined) throw new Error(`no value for {${name}} of "${key}" in ${this.locale}`);
    return value;
  }

  /** Most placeholders are plain: putting those in ourselves takes a twentieth of the time. */
  private makeReady(key: string): Ready {
    const message = this.messages.get(key);
    if (message === undefined) throw new Error(`no word "${key}" in ${this.locale}`);
    const ready = !message.includes('{')
      ? message
      : plain.test(message)
        ? message.split(/[{}]/)
        : new IntlMessageFormat(message, this.locale);
    this.ready.set(key, ready);
    return ready;
  }
}

const byLocale: Readonly<Record<Locale, Words>> = {
  'zh-CN': new Words('zh-CN', catalogue['zh-CN']),
  en: new Words('en', catalogue.en),
};

/** Tells both languages the city they speak for; done once, when the program starts. */
export function nameCity(names: Readonly<Record<Locale, string>>): void {
  for (const words of Object.values(byLocale)) words.nameCity(names[words.locale]);
}

/** The shared words of a language. */
export function wordsFor(locale: Locale): Words {
  return byLocale[locale];
}
