import { act, type Act, pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { pager, Pager, query, Query } from '../http/views/lists';
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { DirectoryFilter, DirectoryRow } from './directory.queries';
import type { Unit } from './person.entity';
import { roleOptions, stateTag } from './person.views';

/** People on a page. */
export const PAGE_SIZES = [20, 50, 100] as const;

export interface PeopleModel extends PageModel {
  query: Query;
  rows: PersonRow[];
  pager: Pager;
  empty: { title: string; text: string; acts: Act[] };
}

interface PersonRow {
  id: string;
  href: string;
  name: string;
  sub: string;
  unit: string;
  roles: string;
  lastSignIn: string;
  state: Tag;
}

/** The list of people. */
export function peopleView(
  found: { rows: readonly DirectoryRow[]; total: number },
  filter: DirectoryFilter,
  units: readonly Unit[],
  mayChange: boolean,
  words: Words,
): PeopleModel {
  const title = words.t('menu.people');
  const add = { label: words.t('admin.people.new'), href: '/admin/people/new' };
  return {
    page: {
      title,
      dataPage: 'people-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('admin.people.count', { n: found.total })],
        acts: mayChange
          ? [
              { label: words.t('exchange.export.download'), href: '/admin/people.xlsx', tone: 'quiet' },
              { ...add, tone: 'primary' },
            ]
          : [],
      }),
    },
    query: query({
      action: '/admin/people',
      search: { name: 'q', label: words.t('admin.people.search'), value: filter.q },
      selects: [
        {
          name: 'role',
          label: words.t('admin.field.roles'),
          value: filter.role,
          options: [all(words), ...roleOptions(words)],
        },
        {
          name: 'unit',
          label: words.t('admin.field.unit'),
          value: filter.unitId,
          options: [all(words), ...units.map(({ id, name }) => ({ value: id, label: name }))],
        },
        {
          name: 'state',
          label: words.t('admin.field.state'),
          value: filter.state,
          options: [
            all(words),
            ...(['active', 'disabled'] as const).map((state) => ({
              value: state,
              label: words.t(`admin.state.${state}`),
            })),
          ],
        },
      ],
    }),
    rows: found.rows.map((row) => personRow(row, words)),
    pager: pager(
      {
        total: found.total,
        page: filter.page,
        size: filter.size,
        sizes: PAGE_SIZES,
        href: (page, size) => hrefOf(filter, page, size),
      },
      words,
    ),
    empty: {
      title: words.t('admin.people.empty.title'),
      text: words.t('admin.people.empty.text'),
      acts: mayChange ? [act(add)] : [],
    },
  };
}

function personRow(row: DirectoryRow, words: Words): PersonRow {
  const formats = formatsFor(words);
  return {
    id: row.id,
    href: `/admin/people/${row.id}`,
    name: row.name,
    sub: [row.account, row.post].filter((text) => text !== '').join(' · '),
    unit: row.unitName,
    roles: formats.list(row.roles.map((role) => words.t(`role.${role}`))),
    lastSignIn: row.lastSignInAt ? formats.dateTimeShort(row.lastSignInAt) : words.t('admin.people.never'),
    state: stateTag(row.disabledAt !== null, words),
  };
}

function hrefOf(filter: DirectoryFilter, page: number, size: number): string {
  const given = Object.entries({ q: filter.q, role: filter.role, unit: filter.unitId, state: filter.state });
  const parameters = new URLSearchParams(given.filter(([, value]) => value !== ''));
  if (page > 1) parameters.set('page', String(page));
  if (size !== PAGE_SIZES[0]) parameters.set('size', String(size));
  const text = parameters.toString();
  return text === '' ? '/admin/people' : `/admin/people?${text}`;
}

const all = (words: Words) => ({ value: '', label: words.t('ui.all') });
