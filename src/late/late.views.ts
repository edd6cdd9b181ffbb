import { TURNS } from '../domain/promise/turn';
import type { Sheet } from '../http/spreadsheet';
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
import type { Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { lateHref, type LateFilter, type LateSort } from './late-filter';
import type { LateList, RunningPromise } from './late.queries';
import { promiseSaid } from './promise-lines.views';

export interface LateModel extends PageModel {
  readonly tabs: Links;
  readonly query: Query;
  readonly tools: readonly Act[];
  readonly notice: string;
  readonly heads: readonly SortHead[];
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly title: string;
    readonly number: string;
    readonly what: string;
    readonly whose: string;
    readonly when: string;
    readonly left: string;
    readonly late: boolean;
    readonly tag: Tag;
  }[];
  readonly pager: Pager;
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] };
}

/** Those that meet the filter, in its order. */
export function filteredPromises(rows: readonly RunningPromise[], filter: LateFilter): RunningPromise[] {
  const { standing, kind, turn, unitId, sort } = filter;
  const found = rows.filter(
    (row) =>
      (standing === '' || row.standing === standing) &&
      (kind === '' || row.kind === kind) &&
      (turn === '' || row.turn === turn) &&
      (unitId === '' || row.unitId === unitId),
  );
  // They come in the order of what is due first; sorting is stable.
  if (sort === '-due') return found.reverse();
  if (sort === 'due') return found;
  const by = (row: RunningPromise): string => (sort === 'kind' ? row.kind : (row.unitName ?? ''));
  return found.sort((a, b) => (by(a) < by(b) ? -1 : by(a) > by(b) ? 1 : 0));
}

/** The page: whose turn is it, and how late is it. */
export function lateView(
  { rows, cut, time }: LateList,
  filter: LateFilter,
  kinds: readonly string[],
  words: Words,
): LateModel {
  const title = words.t('promises.late.title');
  const counted = (standing: LateFilter['standing']): number =>
    filteredPromises(rows, { ...filter, standing, sort: 'due' }).length;
  const found = filteredPromises(rows, filter);
  const shown = found.slice((filter.page - 1) * filter.size, filter.page * filter.size);
  const late = counted('late');
  return {
    page: {
      title,
      dataPage: 'late',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [
          ...(late > 0 ? [{ strong: words.t('promises.late.count', { n: late }) }] : []),
          words.t('promises.late.meta'),
        ],
      }),
    },
    tabs: {
      label: words.t('promises.late.standings'),
      items: (['late', 'soon', 'running', 'paused', ''] as const).map((standing) => ({
        label: standing === '' ? words.t('ui.all') : words.t(`promises.standing.${standing}`),
        href: lateHref(filter, { standing }),
        count: String(counted(standing)),
        current: filter.standing === standing,
      })),
    },
    query: lateQuery(rows, filter, kinds, words),
    tools: [act({ label: words.t('policies.export'), href: lateHref(filter, {}, '/late.xlsx') })],
    notice:
      cut.length === 0
        ? ''
        : words.t('promises.late.cut', {
            kinds: formatsFor(words).list(cut.map((kind) => words.t(`promises.kind.${kind}`))),
          }),
    heads: [
      sortHead(words.t('promises.col.lead')),
      head('kind', 'kind', filter, words),
      head('whose', 'unit', filter, words),
      dueHead(filter, words),
      sortHead(words.t('promises.col.state')),
    ],
    rows: shown.map((row) => ({
      id: `${row.kind}-${row.subjectId}`,
      href: row.href,
      title: row.title,
      number: row.number,
      ...promiseSaid(row, time.now, words),
    })),
    pager: pager(
      {
        total: found.length,
        page: filter.page,
        size: filter.size,
        href: (page, size) => lateHref(filter, { page, size: size }),
      },
      words,
    ),
    empty: {
      title: words.t(filter.standing === 'late' ? 'promises.late.empty.title' : 'promises.late.none.title'),
      text: words.t(filter.standing === 'late' ? 'promises.late.empty.text' : 'promises.late.none.text'),
      acts: [act({ label: words.t('promises.late.all'), href: lateHref(filter, { standing: '' }) })],
    },
  };
}

function lateQuery(
  rows: readonly RunningPromise[],
  filter: LateFilter,
  kinds: readonly string[],
  words: Words,
): Query {
  const all = { value: '', label: words.t('ui.all') };
  const units = new Map(
    rows.flatMap(({ unitId, unitName }) => (unitId && unitName ? [[unitId, unitName] as const] : [])),
  );
  return query({
    action: '/late',
    hidden: [
      { name: 'standing', value: filter.standing === '' ? 'all' : filter.standing },
      ...(filter.sort === 'due' ? [] : [{ name: 'sort', value: filter.sort }]),
    ],
    selects: [
      {
        name: 'kind',
        label: words.t('promises.col.kind'),
        value: filter.kind,
        options: [all, ...kinds.map((value) => ({ value, label: words.t(`promises.kind.${value}`) }))],
      },
      {
        name: 'turn',
        label: words.t('promises.col.whose'),
        value: filter.turn,
        options: [all, ...TURNS.map((value) => ({ value, label: words.t(`promises.turn.${value}`) }))],
      },
      {
        name: 'unit',
        label: words.t('promises.col.unit'),
        value: filter.unitId,
        options: [all, ...[...units].map(([value, label]) => ({ value, label }))],
      },
    ],
  });
}

function head(column: string, sort: LateSort, filter: LateFilter, words: Words): SortHead {
  const isBy = filter.sort === sort;
  return sortHead(words.t(`promises.col.${column}`), {
    href: lateHref(filter, { sort }),
    sort: isBy ? 'ascending' : '',
  });
}

function dueHead(filter: LateFilter, words: Words): SortHead {
  return sortHead(words.t('promises.col.due'), {
    href: lateHref(filter, { sort: filter.sort === 'due' ? '-due' : 'due' }),
    sort: filter.sort === 'due' ? 'ascending' : filter.sort === '-due' ? 'descending' : '',
  });
}

/** All that meet the filter, for a spreadsheet. */
export function lateSheet({ rows, time }: LateList, filter: LateFilter, words: Words): Sheet {
  const column = (key: string, width: number) => ({ title: words.t(`promises.col.${key}`), width });
  return {
    name: words.t('promises.late.title'),
    columns: [
      column('number', 16),
      column('lead', 40),
      column('kind', 20),
      column('whose', 36),
      column('begun', 20),
      column('due', 24),
      column('days', 10),
      column('state', 12),
    ],
    rows: filteredPromises(rows, filter).map((row) => {
      const { what, whose, tag } = promiseSaid(row, time.now, words);
      const formats = formatsFor(words);
      const times = [formats.dateTimeFull(row.begunAt), formats.dateTimeFull(row.endsAt)];
      return [row.number, row.title, what, whose, ...times, row.workdaysLate, tag.label];
    }),
  };
}
