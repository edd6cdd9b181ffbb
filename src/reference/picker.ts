import { asPinyin, spellingOf, type Spelling } from './pinyin';

/** Something that is looked up by name, pinyin and code. */
export interface Pickable {
  readonly code: string;
  readonly name: string;
}

/**
 * Looks entries of one list up as people type: the beginning of a code (with or without its letter), the name or a part
 * of it, pinyin initials (`qclbj`), whole pinyin. Spellings are worked out at the first search in letters and kept.
 */
export class Picker<T extends Pickable> {
  private spellings: readonly Spelling[] | undefined;
  private entries: readonly T[] | undefined;

  /** `longName`: a name that contains the own one, `江苏省苏州市吴中区`; parts of it are found last. */
  constructor(
    private readonly load: () => readonly T[],
    private readonly longName: (entry: T) => string = ({ name }) => name,
  ) {}

  /** At most `limit`; the better the fit the earlier, codes ascending within each kind of fit. */
  search(text: string, limit = 20): readonly T[] {
    const wanted = text.slice(0, 60).normalize('NFKC').trim();
    if (wanted === '') return [];
    const all = (this.entries ??= this.load());
    const letters = asPinyin(wanted);
    const spellings = letters === null ? null : (this.spellings ??= all.map(({ name }) => spellingOf(name)));
    return all
      .map((entry, i) => ({ entry, at: this.fit(entry, wanted, letters, spellings?.[i]) }))
      .filter(({ at }) => at !== null)
      .sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || (a.entry.code < b.entry.code ? -1 : 1))
      .slice(0, limit)
      .map(({ entry }) => entry);
  }

  private fit(entry: T, wanted: string, letters: string | null, spelling?: Spelling): number | null {
    const upper = wanted.toUpperCase();
    const digits = entry.code.replace(/^[A-Z]/, '');
    if (entry.code === upper) return 0;
    if (entry.code.startsWith(upper) || digits.startsWith(upper)) return 1;
    if (entry.name.startsWith(wanted)) return 2;
    if (entry.name.includes(wanted)) return 3;
    if (letters !== null && spelling !== undefined) {
      if (spelling.initials.startsWith(letters)) return 4;
      if (letters.length > 1 && spelling.whole.startsWith(letters)) return 5;
      if (letters.length > 1 && spelling.initials.includes(letters)) return 6;
    }
    return this.longName(entry).includes(wanted) ? 7 : null;
  }
}
