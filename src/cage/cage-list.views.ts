import type { ExplainedLight } from '../domain/cage/light';
import { veilOver } from '../domain/lead/veil';
import { STAGES } from '../domain/cage/stages';
import { pageHead, type Act, act } from '../http/views/acts';
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
import { tag, type Light, type Tag } from '../http/views/marks';
import { formatsFor, type Amount } from '../words/formats';
import type { Words } from '../words/words';
import { filterHref, LIST_LIGHTS, PAGE_SIZES, type CageFilter, type Sort } from './cage-filter';
import type { CageList, ProjectCard } from './cage.queries';
import { lightModel, lightReason, projectLight } from './light.views';

interface RowModel {
  readonly id: string;
  readonly href: string;
  readonly title: string;
  readonly cageNo: string;
  readonly investor: string;
  readonly amount: Amount | null;
  readonly stage: Tag;
  readonly since: string;
  readonly light: Light;
  readonly why: string;
  readonly host: string;
  readonly sponsor: string;
}

export interface CageListModel extends PageModel {
  readonly tabs: Links;
  readonly query: Query;
  readonly heads: readonly SortHead[];
  readonly rows: readonly RowModel[];
  readonly pager: Pager;
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] } | null;
}

/** The list of projects in the cage. */
export function cageListView(list: CageList, filter: CageFilter, words: Words): CageListModel {
  const title = words.t('cage.list.title');
  const everything = [...list.stages.values()].reduce((sum, n) => sum + n, 0);
  return {
    page: {
      title,
      dataPage: 'cage-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('cage.list.meta', { n: everything })],
        acts: [
          {
            label: words.t('exchange.export.download'),
            href: filterHref(filter, { page: 1 }).replace('/cage', '/cage.xlsx'),
            tone: 'quiet',
          },
        ],
      }),
      wide: true,
    },
    tabs: tabsOf(list, filter, everything, words),
    query: queryOf(list, filter, words),
    heads: headsOf(filter, words),
    rows: list.rows.map((row) => rowOf(row, list.now, words)),
    pager: pager(
      {
        total: list.total,
        page: filter.page,
        size: filter.size,
        sizes: PAGE_SIZES,
        href: (page, size) => filterHref(filter, { page, size: sizeOf(size) }),
      },
      words,
    ),
    empty: list.rows.length > 0 ? null : emptyOf(everything, words),
  };
}

const sizeOf = (size: number): number => PAGE_SIZES.find((known) => known === size) ?? 20;

function tabsOf({ stages }: CageList, filter: CageFilter, everything: number, words: Words): Links {
  const all = {
    label: words.t('ui.all'),
    href: filterHref(filter, { stage: null }),
    count: String(everything),
    current: filter.stage === null,
  };
  const each = STAGES.map((stage) => ({
    label: words.t(`cage.stage.${stage}`),
    href: filterHref(filter, { stage }),
    count: String(stages.get(stage) ?? 0),
    current: filter.stage === stage,
  }));
  return { label: words.t('cage.stages'), items: [all, ...each] };
}

function queryOf({ sponsors, hosts }: CageList, filter: CageFilter, words: Words): Query {
  const any = { value: '', label: words.t('ui.all') };
  const people = (list: readonly { id: string; name: string }[]): { value: string; label: string }[] => [
    any,
    ...list.map(({ id, name }) => ({ value: id, label: name })),
  ];
  return query({
    action: '/cage',
    hidden: filter.stage === null ? [] : [{ name: 'stage', value: filter.stage }],
    search: { name: 'q', label: words.t('cage.list.search'), value: filter.q },
    selects: [
      {
        name: 'light',
        label: words.t('cage.col.light'),
        value: filter.light ?? '',
        options: [
          any,
          ...LIST_LIGHTS.map((light) => ({ value: light, label: words.t(`cage.light.${light}`) })),
        ],
      },
      { name: 'host', label: words.t('cage.col.host'), value: filter.hostId ?? '', options: people(hosts) },
      {
        name: 'sponsor',
        label: words.t('cage.col.sponsor'),
        value: filter.sponsorId ?? '',
        options: people(sponsors),
      },
    ],
  });
}

function headsOf(filter: CageFilter, words: Words): SortHead[] {
  const sortable = (label: string, sort: Sort, cls = ''): SortHead => {
    const current = filter.sort === sort;
    const descending = current ? !filter.descending : true;
    return sortHead(words.t(label), {
      cls,
      href: filterHref(filter, { sort, descending }),
      sort: !current ? '' : filter.descending ? 'descending' : 'ascending',
    });
  };
  return [
    sortable('cage.col.project', 'cageNo'),
    sortable('cage.col.total', 'total', 'num'),
    sortable('cage.col.stage', 'entered'),
    sortHead(words.t('cage.col.light')),
    sortHead(words.t('cage.col.host')),
    sortHead(words.t('cage.col.sponsor')),
  ];
}

function rowOf(row: ProjectCard, now: string, words: Words): RowModel {
  const format = formatsFor(words);
  const worst = projectLight(row, now);
  const veil = veilOver(row.hiddenNames ?? [], words.t('leads.restricted.name'));
  return {
    id: row.id,
    href: `/cage/${row.id}`,
    title: veil(row.title),
    cageNo: row.cageNo,
    investor: row.hiddenNames === null ? row.investorName : words.t('leads.restricted'),
    amount: row.totalInvestment === null ? null : format.wan(row.totalInvestment),
    stage: tag(words.t(`cage.stage.${row.stage}`), 'line', row.stage),
    since: words.t('cage.since', { day: format.dayShort(row.stageEnteredOn) }),
    light: lightModel(worst, words),
    why: whyOf(row, worst, words),
    host: row.hostName ?? words.t('cage.noHost'),
    sponsor: row.sponsorName ?? words.t('cage.noSponsor'),
  };
}

/** What is late, or what is due next. */
function whyOf(row: ProjectCard, worst: ExplainedLight, words: Words): string {
  const format = formatsFor(words);
  if (worst.light !== 'green') return lightReason(worst, words).title;
  const { fiveOnesCompletedAt, fiveOnesDueAt, stageDueOn } = row;
  if (fiveOnesCompletedAt === null)
    return words.t('cage.list.fiveOnesDue', { day: format.dayShort(fiveOnesDueAt) });
  return stageDueOn === null ? '' : words.t('cage.list.stageDue', { day: format.dayShort(stageDueOn) });
}

function emptyOf(everything: number, words: Words): CageListModel['empty'] {
  if (everything === 0) {
    return { title: words.t('cage.empty.title'), text: words.t('cage.empty.text'), acts: [] };
  }
  const acts = [act({ label: words.t('ui.reset'), href: '/cage' })];
  return { title: words.t('cage.empty.filter'), text: words.t('cage.empty.filter.text'), acts };
}
