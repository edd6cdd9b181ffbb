import { grouped } from '../domain/lead/decimals';
import type { PromiseEnd } from '../domain/promise/due';
import { holds, type Viewer } from '../domain/access/viewer';
import { TRACKS } from '../domain/lead/dictionaries';
import { TIERS } from '../domain/lead/scope-rules';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import {
  pager,
  query,
  sortHead,
  type Links,
  type Pager,
  type Query,
  type SortHead,
} from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { countedTo, leadListHref, PAGE_SIZES, type LeadFilter, type LeadSort } from './lead-filter';
import type { LeadList } from './lead-list.queries';
import { leadRow, type LeadRowModel, type RowTime } from './lead-row.views';
import { LEAD_TABS, type LeadTab } from './lead-tabs';

/** The model of `leads/index`. */
export interface LeadListModel extends PageModel {
  readonly tabs: Links;
  readonly query: Query;
  readonly acts: readonly Act[];
  readonly notice: string;
  readonly heads: { readonly before: readonly SortHead[]; readonly after: readonly SortHead[] };
  /** Rows can be picked for a round. */
  readonly picks: boolean;
  readonly rows: readonly LeadRowModel[];
  readonly pager: Pager;
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] } | null;
}

export function leadListView(
  viewer: Viewer,
  filter: LeadFilter,
  list: LeadList & { readonly ends: ReadonlyMap<string, PromiseEnd> },
  time: RowTime,
  words: Words,
): LeadListModel {
  const title = words.t(list.own ? 'leads.list.own' : 'leads.list.title');
  return {
    page: {
      title,
      dataPage: 'lead-list',
      wide: true,
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: metaOf(list, words) }),
    },
    tabs: tabsOf(filter, list, words),
    query: queryOf(filter, list, words),
    acts: actsOf(viewer, filter, words),
    notice:
      list.newestOnly === null
        ? ''
        : words.t('leads.list.newestOnly', { q: filter.q, n: grouped(String(list.newestOnly)) }),
    heads: headsOf(filter, words),
    picks: holds(viewer, 'secretariat'),
    rows: list.rows.map((row) =>
      leadRow(row, viewer, { own: list.own, end: list.ends.get(row.id) ?? null }, time, words),
    ),
    pager: pagerOf(filter, list, words),
    empty: list.rows.length === 0 ? emptyOf(viewer, filter, words) : null,
  };
}

/** `128`, and `1,000+` where counting stopped. */
export function counted(n: number, words: Words): string {
  const fmt = formatsFor(words);
  return n > countedTo ? `${fmt.number(countedTo)}+` : fmt.number(n);
}

function metaOf({ tabs, overdue, own }: LeadList, words: Words) {
  const all = words.t('leads.list.count', { n: counted(tabs.get('all') ?? 0, words) });
  if (own || overdue === 0) return [all];
  return [all, { strong: words.t('leads.list.overdue', { n: overdue > 99 ? '99+' : overdue }) }];
}

function tabsOf(filter: LeadFilter, list: LeadList, words: Words): Links {
  const shown: readonly (LeadTab | null)[] = [
    null,
    ...LEAD_TABS.filter((tab) => list.own || tab !== 'draft'),
  ];
  return {
    label: words.t('leads.list.byState'),
    items: shown.map((tab) => ({
      label: words.t(`leads.tab.${tab ?? 'all'}`),
      href: leadListHref(filter, { tab, state: null }),
      count: counted(list.tabs.get(tab ?? 'all') ?? 0, words),
      current: filter.tab === tab,
    })),
  };
}

function queryOf(filter: LeadFilter, { hosts }: LeadList, words: Words): Query {
  const all = { value: '', label: words.t('ui.all') };
  const hidden = [
    { name: 'state', value: filter.state ?? filter.tab ?? '' },
    { name: 'sort', value: filter.sort === '-submitted' ? '' : filter.sort },
    { name: 'size', value: filter.size === PAGE_SIZES[0] ? '' : String(filter.size) },
  ].filter(({ value }) => value !== '');
  return query({
    action: '/leads',
    hidden,
    search: { name: 'q', label: words.t('leads.list.search'), value: filter.q },
    selects: [
      {
        name: 'track',
        label: words.t('leads.list.track'),
        value: filter.track ?? '',
        options: [all, ...TRACKS.map((value) => ({ value, label: words.t(`lead.option.track.${value}`) }))],
      },
      {
        name: 'tier',
        label: words.t('scope.filter'),
        value: filter.tier ?? '',
        options: [all, ...TIERS.map((value) => ({ value, label: words.t(`tier.${value}`) }))],
      },
      {
        name: 'host',
        label: words.t('leads.list.host'),
        value: filter.host,
        options: [all, ...hosts.map(({ code, name }) => ({ value: code, label: name }))],
      },
      {
        name: 'target',
        label: words.t('chains.filter'),
        value: filter.target ? '1' : '',
        options: [all, { value: '1', label: words.t('chains.filter.only') }],
      },
    ],
  });
}

function headsOf(filter: LeadFilter, words: Words): LeadListModel['heads'] {
  const sortable = (key: string, name: 'submitted' | 'total', cls: string): SortHead => {
    const [down, up]: LeadSort[] = [`-${name}`, name];
    const sort = filter.sort === down ? 'descending' : filter.sort === up ? 'ascending' : '';
    const next = filter.sort === down ? up : down;
    return sortHead(words.t(key), { cls, sort, href: leadListHref(filter, { sort: next ?? '-submitted' }) });
  };
  return {
    before: [
      sortHead(words.t('leads.column.lead')),
      sortHead(words.t('leads.number')),
      sortable('leads.column.total', 'total', 'num'),
      sortHead(words.t('leads.column.fixed'), { cls: 'num hide-s' }),
      sortHead(words.t('leads.column.host')),
      sortable('leads.column.day', 'submitted', 'hide-s'),
    ],
    after: [
      sortHead(words.t('leads.column.state')),
      sortHead(words.t('leads.column.next')),
      sortHead(words.t('ui.actions'), { cls: 'acts' }),
    ],
  };
}

/** Where counting stopped the last page is not known: it leads on as long as there is a next one. */
function pagerOf(filter: LeadFilter, list: LeadList, words: Words): Pager {
  const { page, size } = filter;
  const many = list.total > countedTo;
  const total = many ? Math.max(countedTo, (page + (list.hasNext ? 1 : 0)) * size) : list.total;
  const href = (to: number, of: number): string => leadListHref(filter, { page: to, size: of });
  const shown = pager({ total, page, size, sizes: PAGE_SIZES, href }, words);
  if (!many) return shown;
  const from = (page - 1) * size + 1;
  const range = { total: counted(list.total, words), from, to: from + list.rows.length - 1 };
  return { ...shown, summary: words.t('leads.list.range', range) };
}

function actsOf(viewer: Viewer, filter: LeadFilter, words: Words): Act[] {
  const href = leadListHref(filter, { page: 1 }).replace(/^\/leads/, '/leads.xlsx');
  const all = `${href}${href.includes('?') ? '&' : '?'}columns=all`;
  return [
    ...(holds(viewer, 'scout') ? [newLead(words)] : []),
    ...(holds(viewer, 'scout', 'secretariat')
      ? [act({ label: words.t('exchange.imports.title'), href: '/leads/imports' })]
      : []),
    act({ label: words.t('exchange.export.list'), href, tone: 'quiet' }),
    act({ label: words.t('exchange.export.full'), href: all, tone: 'quiet' }),
  ];
}

function newLead(words: Words): Act {
  return act({ label: words.t('menu.newLead'), href: '/leads/new', tone: 'primary' });
}

function emptyOf(viewer: Viewer, filter: LeadFilter, words: Words): NonNullable<LeadListModel['empty']> {
  const narrowed =
    filter.tab !== null ||
    filter.track !== null ||
    filter.tier !== null ||
    filter.host !== '' ||
    filter.page > 1;
  const wider = leadListHref({ ...filter, tab: null, state: null, track: null, tier: null, host: '' });
  const acts = [
    ...(narrowed
      ? [act({ label: words.t(filter.q ? 'leads.empty.onlyText' : 'leads.empty.all'), href: wider })]
      : []),
    ...(holds(viewer, 'scout') ? [newLead(words)] : []),
  ];
  return {
    title: filter.q ? words.t('leads.empty.search', { q: filter.q }) : words.t('leads.empty.title'),
    text: words.t(
      narrowed ? 'leads.empty.narrowed' : filter.q ? 'leads.empty.searchText' : 'leads.empty.text',
    ),
    acts,
  };
}
