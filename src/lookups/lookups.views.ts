import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { query, type Query } from '../http/views/lists';
import type { Words } from '../words/words';

/** What can be looked up by name, pinyin or code. */
export type LookupKind = 'industries' | 'regions';

export interface LookupEntry {
  readonly code: string;
  readonly name: string;
  /** What stands above it, to tell namesakes apart. */
  readonly within: string;
}

/** The model of `lookups/index`: the same search that the pickers of forms use, as a page of its own. */
export interface LookupModel extends PageModel {
  readonly query: Query;
  readonly note: string;
  readonly nameHead: string;
  readonly rows: readonly LookupEntry[];
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly never[] } | null;
}

export function lookupView(
  {
    kind,
    edition,
    q,
    found,
  }: { kind: LookupKind; edition: string; q: string; found: readonly LookupEntry[] },
  words: Words,
): LookupModel {
  const word = (key: string, args: Record<string, string | number> = {}): string =>
    words.t(`lookups.${kind}.${key}`, args);
  return {
    page: {
      title: word('title'),
      dataPage: kind,
      crumbs: [{ label: words.t('leads.list.own'), href: '/leads' }, { label: word('title') }],
      head: pageHead({ title: word('title'), meta: [edition] }),
    },
    query: query({ action: `/leads/${kind}`, search: { name: 'q', label: word('search'), value: q } }),
    note: words.t('lookups.note', { n: found.length }),
    nameHead: word('name'),
    rows: found,
    empty:
      found.length > 0
        ? null
        : { title: q === '' ? word('start') : words.t('lookups.none', { q }), text: word('hint'), acts: [] },
  };
}
