import { ROUND_STATES, type RoundState } from '../domain/round/round-moves';
import type { Instant } from '../domain/shared/instant';
import { act, pageHead, type Act } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import { pager, query, type Links, type Pager, type Query } from '../http/views/lists';
import { bar, tag, type Bar, type Tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { roundTones } from './round-room.views';
import type { RoundCard, RoundFilter } from './rounds.queries';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

interface RoundRow {
  id: string;
  href: string;
  number: string;
  title: string;
  rubric: string;
  panel: string;
  items: string;
  progress: { bar: Bar; text: string } | null;
  deadline: string;
  left: string;
  isLate: boolean;
  state: Tag;
}

export interface RoundListModel extends PageModel {
  tabs: Links;
  query: Query;
  plan: Act | null;
  rows: RoundRow[];
  pager: Pager;
  empty: { title: string; text: string; acts: Act[] };
}

export interface RoundListAsked {
  readonly filter: RoundFilter;
  readonly states: Readonly<Record<RoundState, number>>;
  readonly now: Instant;
  readonly mayPlan: boolean;
}

/** The list of rounds. */
export function roundListView(
  { rows, total }: { rows: readonly RoundCard[]; total: number },
  { filter, states, now, mayPlan }: RoundListAsked,
  words: Words,
): RoundListModel {
  const title = words.t('rounds.list.title');
  const all = Object.values(states).reduce((sum, n) => sum + n, 0);
  const plan = mayPlan
    ? act({ label: words.t('rounds.act.plan'), href: '/rounds/new', tone: 'primary' })
    : null;
  return {
    page: {
      title,
      dataPage: 'round-index',
      crumbs: [{ label: words.t('rounds.crumb.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('rounds.list.meta', { open: states.open, planned: states.planned })],
        acts: [exportAct(hrefOf(filter, { page: 1, size: 20 }).replace('/rounds', '/rounds.xlsx'), words)],
      }),
    },
    tabs: tabs(filter, states, all, words),
    query: query({
      action: '/rounds',
      hidden: filter.state === null ? [] : [{ name: 'state', value: filter.state }],
      search: { name: 'q', label: words.t('rounds.list.search'), value: filter.q },
    }),
    plan,
    rows: rows.map((card) => rowOf(card, now, words)),
    pager: pager(
      { total, page: filter.page, size: filter.size, href: (page, size) => hrefOf(filter, { page, size }) },
      words,
    ),
    empty: {
      title: words.t(all === 0 ? 'rounds.empty.title' : 'rounds.empty.none'),
      text: words.t(all === 0 ? 'rounds.empty.text' : 'rounds.empty.widen'),
      acts: plan && all === 0 ? [plan] : [],
    },
  };
}

function tabs(filter: RoundFilter, states: RoundListAsked['states'], all: number, words: Words): Links {
  const each = ROUND_STATES.map((state) => ({
    label: words.t(`rounds.state.${state}`),
    href: hrefOf({ ...filter, state }, { page: 1, size: filter.size }),
    count: String(states[state]),
    current: filter.state === state,
  }));
  const href = hrefOf({ ...filter, state: null }, { page: 1, size: filter.size });
  return {
    label: words.t('rounds.list.states'),
    items: [{ label: words.t('ui.all'), href, count: String(all), current: filter.state === null }, ...each],
  };
}

function rowOf(card: RoundCard, now: Instant, words: Words): RoundRow {
  const fmt = formatsFor(words);
  const deadline = fmt.deadline(card.deadlineAt, now);
  const isOpen = card.state === 'open';
  return {
    id: card.id,
    href: `/rounds/${card.id}`,
    number: card.number,
    title: card.title,
    rubric: words.t('rounds.field.rubric.option', {
      name: words.locale === 'en' ? card.rubricEn : card.rubricZh,
      n: card.rubricVersion,
    }),
    panel: card.panelName,
    items: words.t('rounds.meta.items', { n: card.items }),
    progress:
      card.seats === 0
        ? null
        : {
            bar: bar(card.cast, card.eligible),
            text: words.t('rounds.list.cast', { cast: card.cast, n: card.eligible }),
          },
    deadline: deadline.at,
    left: isOpen ? deadline.left : '',
    isLate: isOpen && deadline.late,
    state: tag(words.t(`rounds.state.${card.state}`), roundTones[card.state], card.state),
  };
}

function hrefOf(
  { state, q }: Pick<RoundFilter, 'state' | 'q'>,
  { page, size }: { page: number; size: number },
): string {
  const parts = new URLSearchParams();
  if (state !== null) parts.set('state', state);
  if (q !== '') parts.set('q', q);
  if (page > 1) parts.set('page', String(page));
  if (size !== 20) parts.set('size', String(size));
  const text = parts.toString();
  return text === '' ? '/rounds' : `/rounds?${text}`;
}

/** The rounds of the list, as filtered, to take away. */
export function roundSheet(model: RoundListModel, words: Words): Sheet {
  return listSheet(
    words.t('rounds.list.title'),
    [
      [words.t('rounds.col.round'), 14, 'number'],
      [words.t('rounds.field.title'), 36, 'title'],
      [words.t('rounds.col.rubric'), 36, ({ rubric, panel }) => [rubric, panel]],
      [words.t('rounds.col.items'), 12, 'items'],
      [words.t('rounds.col.progress'), 20, ({ progress }) => progress],
      [words.t('rounds.col.deadline'), 30, ({ deadline, left }) => [deadline, left]],
      [words.t('rounds.col.state'), 12, 'state'],
    ],
    model.rows,
  );
}
