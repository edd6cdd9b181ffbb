import { IntlMessageFormat } from 'intl-messageformat';
import { LOCALES, catalogue, mergeCatalogue } from '../../../src/words/catalogue';
import { Words, wordsFor } from '../../../src/words/words';

interface Piece {
  readonly type: number;
  readonly value?: string;
  readonly options?: Readonly<Record<string, { readonly value: readonly Piece[] }>>;
}

const LITERAL = 0;
const POUND = 7;

function pieces(message: string): readonly Piece[] {
  return new IntlMessageFormat(message, 'en').getAst();
}

function placeholders(message: string): string[] {
  const found = new Set<string>();
  const walk = (elements: readonly Piece[]): void => {
    for (const { type, value, options } of elements) {
      if (type !== LITERAL && type !== POUND) found.add(String(value));
      Object.values(options ?? {}).forEach((option) => walk(option.value));
    }
  };
  walk(pieces(message));
  return [...found].sort();
}

describe('the catalogue', () => {
  it('says the same things in each language, with the same placeholders', () => {
    const zh = catalogue['zh-CN'];
    expect([...catalogue.en.keys()].sort()).toEqual([...zh.keys()].sort());
    const apart = [...zh].filter(
      ([key, message]) => placeholders(message).join() !== placeholders(catalogue.en.get(key) ?? '').join(),
    );
    expect(apart.map(([key]) => key)).toEqual([]);
  });

  it('has only messages that can be read', () => {
    for (const locale of LOCALES)
      for (const message of catalogue[locale].values()) expect(() => pieces(message)).not.toThrow();
  });

  it('uses official, ready words: no marks of unfinished work', () => {
    const unfinished = LOCALES.flatMap((locale) => [...catalogue[locale]]).filter(([, text]) =>
      /TODO|FIXME|xxx|待翻译/i.test(text),
    );
    expect(unfinished).toEqual([]);
  });

  it('refuses a key that two features claim', () => {
    const claim = { 'lead.title': '线索' };
    expect(() =>
      mergeCatalogue([
        ['leads', claim, claim],
        ['desk', claim, claim],
      ]),
    ).toThrow('the word "lead.title" is in both leads and desk');
  });
});

describe('words', () => {
  const words = new Words(
    'zh-CN',
    new Map([
      ['plain', '受理'],
      ['count', '共{n}条'],
    ]),
  );

  it('are filled in', () => {
    expect(words.t('plain')).toBe('受理');
    expect(words.t('count', { n: 3 })).toBe('共3条');
    expect(wordsFor('en').t('ui.errors.title', { n: 1 })).toBe('Not submitted: please correct 1 entry');
  });

  it('are missed loudly', () => {
    expect(() => words.t('absent')).toThrow('no word "absent" in zh-CN');
    expect(() => words.t('count')).toThrow();
  });
});
