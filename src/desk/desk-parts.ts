import { act, type Act, type ActInput } from '../http/views/acts';
import type { Bar, Light, Seal, Tag } from '../http/views/marks';

/** A line of the partial `todo`. It has room for one thing at its right end: when it is due, a mark, or an act. */
export interface Todo {
  readonly title: string;
  readonly href: string;
  readonly when: string;
  readonly due: string;
  readonly late: boolean;
  readonly tag: Tag | null;
  readonly light: Light | null;
  readonly seal: Seal | null;
  readonly act: Act | null;
}

export type TodoInput = Pick<Todo, 'title'> & Partial<Omit<Todo, 'act'>> & { readonly act?: ActInput | null };

export function todo({ act: given = null, ...input }: TodoInput): Todo {
  return {
    href: '',
    when: '',
    due: '',
    late: false,
    tag: null,
    light: null,
    seal: null,
    ...input,
    act: given && act({ size: 'small', ...given }),
  };
}

/** A list under a heading; `empty` stands in its place when there is nothing. */
export interface DeskPanel {
  readonly heading: string;
  readonly note: string;
  readonly more: { readonly label: string; readonly href: string } | null;
  readonly list: { readonly items: readonly Todo[] } | null;
  readonly empty: string;
}

export function panel(
  heading: string,
  items: readonly Todo[],
  more: Partial<Pick<DeskPanel, 'note' | 'more' | 'empty'>> = {},
): DeskPanel {
  return { heading, note: '', more: null, empty: '', ...more, list: items.length > 0 ? { items } : null };
}

/** A line of the table of what is due. `dueAt` orders the table and is not printed. */
export interface DueRow {
  readonly id: string;
  readonly title: string;
  readonly href: string;
  readonly sub: string;
  readonly what: string;
  readonly whose: string;
  readonly whoseSub: string;
  readonly left: string;
  readonly at: string;
  readonly late: boolean;
  readonly act: { readonly label: string; readonly href: string };
  readonly dueAt: string;
}

export interface DueTable {
  readonly note: string;
  readonly rows: readonly DueRow[];
  /** `''` when everything is shown. */
  readonly more: string;
}

/** An open round at a glance: who has cast, never what. */
export interface RoundBox {
  readonly id: string;
  readonly heading: string;
  readonly href: string;
  readonly deadline: string;
  readonly left: string;
  readonly late: boolean;
  readonly kinds: readonly { readonly label: string; readonly bar: Bar; readonly text: string }[];
  readonly note: string;
}

/** The model of the partial `figures`. */
export interface Figures {
  readonly items: readonly {
    readonly label: string;
    readonly note: string;
    readonly value: string;
    readonly sub: string;
  }[];
}
