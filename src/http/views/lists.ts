import type { Words } from '../../words/words';
import type { Hidden } from './acts';

/** The model of `sort-head`: a column head, sortable when it has an address. */
export interface SortHead {
  readonly label: string;
  readonly cls: string;
  readonly href: string;
  readonly sort: '' | 'ascending' | 'descending';
  readonly arrow: string;
}

export function sortHead(
  label: string,
  options: { cls?: string; href?: string; sort?: '' | 'ascending' | 'descending' } = {},
): SortHead {
  const { cls = '', href = '', sort = '' } = options;
  return { label, cls, href, sort, arrow: sort === '' ? '' : sort === 'ascending' ? '↑' : '↓' };
}

/** The model of `tabs` and `filters`: plain links, one of them current. `count` is `''` for none. */
export interface Links {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly href: string;
    readonly count: string;
    readonly current: boolean;
  }[];
}

/** The model of `pager`. Hrefs are `''` where there is nothing further. */
export interface Pager {
  readonly summary: string;
  readonly sizes: readonly { readonly label: string; readonly href: string; readonly current: boolean }[];
  readonly previous: string;
  readonly next: string;
  readonly pages: readonly {
    readonly label: string;
    readonly href: string;
    readonly current: boolean;
    readonly gap: boolean;
  }[];
}

export interface PagerInput {
  readonly total: number;
  /** From 1. */
  readonly page: number;
  readonly size: number;
  readonly sizes?: readonly number[];
  href(page: number, size: number): string;
}

/** `共128条，第21–40条`, the page sizes, and the pages around the current one with the first and the last. */
export function pager(input: PagerInput, words: Words): Pager {
  const { total, page, size, sizes = [20, 50, 100] } = input;
  const last = Math.max(1, Math.ceil(total / size));
  const shown = [...new Set([1, page - 1, page, page + 1, last])].filter((n) => n >= 1 && n <= last);
  const pages = shown.flatMap((n, i) => {
    const one = { label: String(n), href: input.href(n, size), current: n === page, gap: false };
    const skipped = n - (shown[i - 1] ?? n - 1) > 1;
    return skipped ? [{ label: '…', href: '', current: false, gap: true }, one] : [one];
  });
  return {
    summary:
      total === 0
        ? words.t('ui.none')
        : words.t('ui.range', { total, from: (page - 1) * size + 1, to: Math.min(total, page * size) }),
    sizes: sizes.map((n) => ({ label: String(n), href: input.href(1, n), current: n === size })),
    previous: page > 1 ? input.href(page - 1, size) : '',
    next: page < last ? input.href(page + 1, size) : '',
    pages: last === 1 ? [] : pages,
  };
}

/** The model of `query`: the form above a list; the filters live in the address. */
export interface Query {
  readonly action: string;
  readonly reset: string;
  readonly hidden: readonly Hidden[];
  readonly search: { readonly name: string; readonly label: string; readonly value: string } | null;
  readonly selects: readonly {
    readonly id: string;
    readonly name: string;
    readonly label: string;
    readonly options: readonly {
      readonly value: string;
      readonly label: string;
      readonly selected: boolean;
    }[];
  }[];
  /** A day or a number beside the lists to choose from. */
  readonly inputs: readonly QueryText[];
}

interface QueryText {
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly value: string;
  readonly type: string;
  readonly inputmode: string;
}

export interface QueryInput {
  readonly action: string;
  readonly hidden?: readonly Hidden[];
  readonly search?: { name: string; label: string; value: string } | null;
  readonly selects?: readonly {
    name: string;
    label: string;
    value: string;
    options: readonly { value: string; label: string }[];
  }[];
  readonly inputs?: readonly { name: string; label: string; value: string; type: 'date' | 'decimal' }[];
}

export function query(input: QueryInput): Query {
  return {
    action: input.action,
    reset: input.action,
    hidden: input.hidden ?? [],
    search: input.search ?? null,
    selects: (input.selects ?? []).map(({ name, label, value, options }) => ({
      id: `f-${name}`,
      name,
      label,
      options: options.map((option) => ({ ...option, selected: option.value === value })),
    })),
    inputs: (input.inputs ?? []).map(({ name, label, value, type }) => ({
      id: `f-${name}`,
      name,
      label,
      value,
      type: type === 'date' ? 'date' : 'text',
      inputmode: type === 'date' ? '' : 'decimal',
    })),
  };
}
