import type { Words } from '../../words/words';
import type { Act } from './acts';
import type { Field } from './fields';
import type { Light, Tag } from './marks';

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
  readonly act: Act | null;
}

/** The model of `leads/_section-form`. */
export interface SectionForm {
  readonly id: string;
  readonly action: string;
  readonly hidden: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly tone: string;
}

/** One thing that somebody said, in finished words. */
export interface SectionSay {
  readonly tag: Tag | null;
  readonly text: string;
  /** Who and when. */
  readonly cite: string;
  /** What may be done about it. */
  readonly forms: readonly SectionForm[];
}

/** A section that one feature shows on the page of another; the model of `leads/_section`. */
export interface Section {
  readonly id: string;
  readonly heading: string;
  /** Whether the reader has something to do here: such sections stand before those that only tell. */
  readonly asks: boolean;
  readonly tag: Tag | null;
  readonly light: Light | null;
  /** What it comes to; '' for nothing. */
  readonly text: string;
  /** In small letters; '' for nothing. */
  readonly note: string;
  /** The model of the partial `todo`; null for no list. */
  readonly list: { readonly items: readonly SectionLine[] } | null;
  readonly says: readonly SectionSay[];
  readonly forms: readonly SectionForm[];
  readonly acts: readonly Act[];
}

/** Read, but not yet said: made in the language of the page. Null where there is nothing to say. */
export type SectionView = (words: Words) => Section | null;

/** A section of what is given; what is not given is not there. */
export function section(input: Pick<Section, 'id' | 'heading'> & Partial<Section>): Section {
  return {
    asks: false,
    tag: null,
    light: null,
    text: '',
    note: '',
    list: null,
    says: [],
    forms: [],
    acts: [],
    ...input,
  };
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

/** The lines as a list; null where there are none. */
export function sectionList(items: readonly SectionLine[]): Section['list'] {
  return items.length === 0 ? null : { items };
}

/** In words: first what asks something of the reader, then what only tells. */
export function sectionsInOrder(
  views: readonly SectionView[],
  words: Words,
): { readonly asking: readonly Section[]; readonly telling: readonly Section[] } {
  const all = views.flatMap((view) => view(words) ?? []);
  return { asking: all.filter(({ asks }) => asks), telling: all.filter(({ asks }) => !asks) };
}
