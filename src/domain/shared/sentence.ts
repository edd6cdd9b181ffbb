/**
 * A sentence before it has words: the catalogue key and what its placeholders are filled with. Codes among the
 * arguments (a kind, a criterion) are given their words by the view.
 */
export type Sentence = {
  readonly key: string;
  readonly args: { readonly [name: string]: string | number };
};

export function sentence(key: string, args: Sentence['args'] = {}): Sentence {
  return { key, args };
}

/** Text that is content, not interface, and is therefore stored in both languages. */
export type Bilingual = { readonly zh: string; readonly en: string };
