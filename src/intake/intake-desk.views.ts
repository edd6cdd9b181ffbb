import { pageHead, act, type Act, type Hidden } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { pager, query, type Links, type Pager, type Query } from '../http/views/lists';
import type { Tag } from '../http/views/marks';
import { TRACKS } from '../domain/lead/dictionaries';
import { formatsFor, type Amount } from '../words/formats';
import type { Words } from '../words/words';
import { checkTag, intakeChecks, promiseLeft, type CheckTime } from './intake-checks.views';
import type { IntakeFacts } from './intake-facts';
import { filterEntries, INTAKE_SIZE, INTAKE_VIEWS, intakeHref, type IntakeFilter } from './intake-filter';
import type { IntakePane } from './intake-pane.views';
import { QUEUE_COUNTED_TO, type IntakeQueue, type QueueRow } from './intake-queue.queries';

export interface IntakeRowModel {
  readonly id: string;
  readonly href: string;
  readonly current: boolean;
  readonly title: string;
  readonly investor: string;
  readonly number: string;
  readonly track: string;
  readonly total: Amount | null;
  readonly host: string;
  readonly from: string;
  readonly day: string;
  readonly due: { readonly text: string; readonly late: boolean };
  /** The checks that want a look; the rest only by their number. */
  readonly marks: readonly Tag[];
  readonly passed: string;
  readonly pick: string;
}

/** The model of `intake/index`. */
export interface IntakeDeskModel extends PageModel {
  readonly views: Links;
  readonly query: Query;
  readonly sheet: Act;
  /** What of the filter the form of a batch has to carry on. */
  readonly kept: readonly Hidden[];
  readonly rows: readonly IntakeRowModel[];
  readonly pager: Pager;
  readonly empty: { readonly title: string; readonly text: string; readonly acts: readonly Act[] } | null;
  readonly pane: IntakePane | null;
}

export interface IntakeDeskData {
  readonly filter: IntakeFilter;
  readonly queue: IntakeQueue;
  readonly facts: ReadonlyMap<string, IntakeFacts>;
  readonly selected: string;
  readonly time: CheckTime;
}

export function intakeDeskView(data: IntakeDeskData, pane: IntakePane | null, words: Words): IntakeDeskModel {
  const { filter, queue } = data;
  const title = words.t('menu.intake');
  const sheet = intakeHref(filter).replace('/intake', '/intake.xlsx');
  return {
    page: {
      title,
      dataPage: 'intake',
      wide: true,
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: metaOf(queue, words) }),
    },
    views: {
      label: words.t('intake.views'),
      items: INTAKE_VIEWS.map((view) => ({
        label: words.t(`intake.view.${view}`),
        href: intakeHref(filter, { view }),
        count: counted(queue.views.get(view) ?? 0),
        current: filter.view === view,
      })),
    },
    query: queryOf(filter, queue, words),
    sheet: act({ label: words.t('intake.sheet'), href: sheet, size: 'small' }),
    kept: filterEntries(filter).map(([name, value]) => ({ name, value })),
    rows: queue.rows.map((row) => rowOf(row, data, words)),
    pager: pager(
      {
        total: queue.total,
        page: filter.page,
        size: INTAKE_SIZE,
        sizes: [],
        href: (page) => intakeHref({ ...filter, page }),
      },
      words,
    ),
    empty: queue.rows.length > 0 ? null : emptyOf(filter, words),
    pane,
  };
}

const counted = (n: number): string => (n > QUEUE_COUNTED_TO ? `${QUEUE_COUNTED_TO}+` : String(n));

function metaOf({ views }: IntakeQueue, words: Words) {
  const all = words.t('intake.count', { n: counted(views.get('all') ?? 0) });
  const late = views.get('late') ?? 0;
  return late === 0 ? [all] : [all, { strong: words.t('leads.list.overdue', { n: counted(late) }) }];
}

function queryOf(filter: IntakeFilter, { hosts }: IntakeQueue, words: Words): Query {
  const all = { value: '', label: words.t('ui.all') };
  return query({
    action: '/intake',
    hidden: filter.view === 'all' ? [] : [{ name: 'view', value: filter.view }],
    search: { name: 'q', label: words.t('leads.list.search'), value: filter.q },
    selects: [
      {
        name: 'track',
        label: words.t('leads.list.track'),
        value: filter.track ?? '',
        options: [all, ...TRACKS.map((value) => ({ value, label: words.t(`lead.option.track.${value}`) }))],
      },
      {
        name: 'host',
        label: words.t('leads.list.host'),
        value: filter.host,
        options: [all, ...hosts.map(({ code, name }) => ({ value: code, label: name }))],
      },
    ],
  });
}

function rowOf(
  row: QueueRow,
  { filter, facts, selected, time }: IntakeDeskData,
  words: Words,
): IntakeRowModel {
  const fmt = formatsFor(words);
  const found = facts.get(row.id);
  const checks = (found ? intakeChecks(found, time, words) : []).filter(({ code }) => code !== 'promise');
  const open = checks.filter(({ verdict }) => verdict !== 'ok');
  return {
    id: row.id,
    href: `${intakeHref(filter, {}, row.id)}#pane`,
    current: row.id === selected,
    title: row.title,
    investor: row.investorName,
    number: row.number,
    track: row.track === null ? '' : words.t(`lead.option.track.${row.track}`),
    total: row.totalInvestment === null ? null : fmt.wan(row.totalInvestment),
    host: row.hostName ?? words.t('leads.noHost'),
    from: words.t('leads.scoutOf', { unit: row.unitName, name: row.scoutName }),
    day: words.t(row.revision > 1 ? 'intake.row.again' : 'intake.row.first', {
      at: fmt.dateTimeShort(row.submittedAt),
      n: row.revision,
    }),
    due: found ? promiseLeft(found.end, time, words) : { text: '', late: false },
    marks: open.map(checkTag),
    passed: words.t('intake.row.passed', {
      n: checks.filter(({ verdict }) => verdict === 'ok' || verdict === 'note').length,
    }),
    pick: words.t('ui.select.one', { name: row.number }),
  };
}

function emptyOf(filter: IntakeFilter, words: Words): NonNullable<IntakeDeskModel['empty']> {
  const narrowed = filterEntries(filter).length > 0;
  return {
    title: words.t(narrowed ? 'intake.empty.narrowed' : 'intake.empty'),
    text: words.t(narrowed ? 'leads.empty.narrowed' : 'intake.empty.text'),
    acts: narrowed
      ? [act({ label: words.t('leads.empty.all'), href: '/intake' })]
      : [act({ label: words.t('menu.leadList'), href: '/leads' })],
  };
}
