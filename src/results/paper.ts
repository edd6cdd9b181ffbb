/** A paper as it is printed and as it is written into a Word file: finished words, in the order of the page. */
export interface PaperTable {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly { readonly cells: readonly string[] }[];
}

export interface PaperPart {
  /** `''` where the part goes on without a heading of its own. */
  readonly heading: string;
  /** First level `一、`, second level `（一）`. */
  readonly isSub: boolean;
  readonly paragraphs: readonly string[];
  readonly table: PaperTable | null;
}

export interface Paper {
  readonly title: string;
  readonly number: string;
  readonly parts: readonly PaperPart[];
  /** Who signs, and the date, at the end on the right. */
  readonly signatures: readonly string[];
  readonly foot: string;
  /** How the paper can be checked, in small type. */
  readonly verify: readonly string[];
}

export function part(heading: string, given: Partial<Omit<PaperPart, 'heading'>> = {}): PaperPart {
  return { heading, isSub: false, paragraphs: [], table: null, ...given };
}
