import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { query, type Query } from '../http/views/lists';
import { INDUSTRY_EDITION, type IndustryClass } from '../reference/industries';
import type { Words } from '../words/words';

/** The model of `leads/industries`: looking up the code of an industry by its name. */
export interface IndustriesModel extends PageModel {
  readonly query: Query;
  readonly note: string;
  readonly rows: readonly { readonly code: string; readonly name: string; readonly within: string }[];
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly never[] } | null;
}

export function industriesView(q: string, found: readonly IndustryClass[], words: Words): IndustriesModel {
  const title = words.t('leads.industries.title');
  return {
    page: {
      title,
      dataPage: 'industries',
      crumbs: [{ label: words.t('leads.list.own'), href: '/leads' }, { label: title }],
      head: pageHead({ title, meta: [INDUSTRY_EDITION] }),
    },
    query: query({
      action: '/leads/industries',
      search: { name: 'q', label: words.t('leads.industries.search'), value: q },
    }),
    note: words.t('leads.industries.note', { n: found.length }),
    rows: found.map(({ code, name, within }) => ({ code, name, within: within.join(' › ') })),
    empty:
      found.length > 0
        ? null
        : {
            title: words.t(q === '' ? 'leads.industries.start' : 'leads.industries.none'),
            text: words.t('leads.industries.hint'),
            acts: [],
          },
  };
}
