import type { Viewer } from '../domain/access/viewer';
import { holds } from '../domain/access/viewer';
import type { Sheet } from '../http/spreadsheet';
import { act } from '../http/views/acts';
import { pager, query, sortHead } from '../http/views/lists';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { CLAIM_LIGHTS, CLAIM_PAGE_SIZES, claimListHref, countedTo, type ClaimFilter } from './claim-filter';
import { cell, claimPage, section, type ClaimPage, type Table } from './claim-page.views';
import { lightOf, reasonOf } from './claim-words';
import type { ClaimList, ClaimRow } from './claims.queries';

const counted = (n: number, words: Words): string => {
  const fmt = formatsFor(words);
  return n > countedTo ? `${fmt.number(countedTo)}+` : fmt.number(n);
};

/** First reports with their lights, for the secretariat all, for a scout the own ones. */
export function claimListView(viewer: Viewer, filter: ClaimFilter, list: ClaimList, words: Words): ClaimPage {
  const title = words.t(list.own ? 'claims.list.own' : 'claims.list.title');
  const tabs = [null, ...CLAIM_LIGHTS].map((light) => ({
    label: words.t(`claims.light.${light ?? 'all'}`),
    href: claimListHref(filter, { light }),
    count: counted(list.lights.get(light ?? 'all') ?? 0, words),
    current: filter.light === light,
  }));
  const hidden = [
    { name: 'light', value: filter.light ?? '' },
    { name: 'sort', value: filter.sort === '-reported' ? '' : filter.sort },
  ].filter(({ value }) => value !== '');
  const total = Math.min(list.total, countedTo);
  const href = (page: number, size: number): string => claimListHref(filter, { page, size });
  return claimPage(
    {
      dataPage: 'claim-list',
      title,
      wide: true,
      meta: [words.t('claims.list.count', { n: counted(list.lights.get('all') ?? 0, words) })],
      tabs: { label: words.t('claims.list.byLight'), items: tabs },
      query: query({
        action: '/claims',
        hidden,
        search: { name: 'q', label: words.t('claims.list.search'), value: filter.q },
      }),
      acts: [
        act({ label: words.t('claims.list.xlsx'), href: claimListHref(filter, {}, '/claims.xlsx') }),
        act({ label: words.t('disputes.title'), href: '/disputes' }),
        ...(holds(viewer, 'secretariat', 'inspector')
          ? [act({ label: words.t('matches.title'), href: '/claims/matches' })]
          : []),
      ],
      sections: [
        section({
          id: 'claims',
          title: '',
          table: list.rows.length > 0 ? tableOf(filter, list, words) : null,
          empty: list.rows.length > 0 ? '' : words.t('claims.list.empty'),
        }),
      ],
      pager: pager({ total, page: filter.page, size: filter.size, sizes: CLAIM_PAGE_SIZES, href }, words),
    },
    words,
  );
}

function tableOf(filter: ClaimFilter, list: ClaimList, words: Words): Table {
  const byReport = filter.sort === '-reported' ? 'descending' : filter.sort === 'reported' ? 'ascending' : '';
  return {
    caption: words.t('claims.list.title'),
    heads: [
      sortHead(words.t('claims.column.lead')),
      sortHead(words.t('claims.column.light')),
      sortHead(words.t('claims.column.reported'), {
        sort: byReport,
        href: claimListHref(filter, { sort: filter.sort === '-reported' ? 'reported' : '-reported' }),
      }),
      sortHead(words.t('claims.column.scout')),
      sortHead(words.t('claims.column.lapses'), {
        sort: filter.sort === 'lapses' ? 'ascending' : '',
        href: claimListHref(filter, { sort: 'lapses' }),
      }),
    ],
    rows: list.rows.map((row) => ({ id: row.leadId, cells: cellsOf(row, list, words) })),
  };
}

function cellsOf(row: ClaimRow, { now }: ClaimList, words: Words) {
  const fmt = formatsFor(words);
  return [
    cell(row.title, { href: `/leads/${row.leadId}/claim`, sub: row.number, cls: 'title' }),
    cell('', { light: lightOf(row, now, words), sub: reasonOf(row, now, words), cls: 'full' }),
    cell(fmt.dateTimeShort(row.reportedAt), { label: words.t('claims.column.reported'), cls: 'nowrap' }),
    cell(row.unitName, { label: words.t('claims.column.scout'), sub: scoutLine(row, words) }),
    cell(row.state === 'protected' && row.lapsesAt !== null ? fmt.day(row.lapsesAt) : '—', {
      label: words.t('claims.column.lapses'),
      cls: 'nowrap',
    }),
  ];
}

/** The first reporter; where another has the lead in hand now, both. */
export function scoutLine(row: ClaimRow, words: Words): string {
  return row.holderId === row.scoutId
    ? row.scoutName
    : words.t('claims.scoutNow', { first: row.scoutName, now: row.holderName });
}

/** The same list to take away. */
export function claimSheet({ rows, now }: ClaimList, words: Words): Sheet {
  const fmt = formatsFor(words);
  const columns = ['number', 'lead', 'light', 'why', 'reported', 'unit', 'scout', 'until', 'lapses'] as const;
  return {
    name: words.t('claims.list.title'),
    columns: columns.map((name) => ({
      title: words.t(`claims.column.${name}`),
      width: name === 'why' ? 60 : name === 'lead' ? 40 : 20,
    })),
    rows: rows.map((row) => [
      row.number,
      row.title,
      lightOf(row, now, words).label,
      reasonOf(row, now, words),
      fmt.dateTimeFull(row.reportedAt),
      row.unitName,
      scoutLine(row, words),
      row.protectedUntil === null ? '' : fmt.official(row.protectedUntil),
      row.lapsesAt === null ? '' : fmt.official(row.lapsesAt),
    ]),
  };
}
