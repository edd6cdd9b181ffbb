import type { Act } from './acts';
import type { Tag } from './marks';

/** A line of a section, with every key of the partial `todo`. */
export interface SectionLine {
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly due: string;
  readonly late: boolean;
  readonly tag: Tag | null;
  readonly light: null;
  readonly seal: null;
  readonly act: null;
}

/** A section that one feature shows on the page of another; the model of `leads/_section`. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  readonly tag: Tag | null;
  readonly note: string;
  /** The model of the partial `todo`; null for no list. */
  readonly list: { readonly items: readonly SectionLine[] } | null;
  readonly acts: readonly Act[];
}

export function sectionLine(
  input: Pick<SectionLine, 'title'> & Partial<Pick<SectionLine, 'href' | 'when' | 'due' | 'late' | 'tag'>>,
): SectionLine {
  return {
    href: '',
    when: '',
    due: '',
    late: false,
    tag: null,
    ...input,
    light: null,
    seal: null,
    act: null,
  };
}
