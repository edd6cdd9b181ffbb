import type { PastResponse } from '../domain/insight/response';
import type { RoundState } from '../domain/round/round-moves';
import type { Instant } from '../domain/shared/instant';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Links } from '../http/views/lists';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { SentForm } from './room-act-forms.views';
import { roundActs, type ActsModel } from './room-acts.views';
import { batchElements, type BatchElementsModel } from './room-elements.views';
import { forecastOf, type ForecastModel } from './room-forecast.views';
import { agenda, type AgendaModel } from './room-items.views';
import {
  kindBoxes,
  seatFilters,
  seatGroups,
  type KindBox,
  type SeatFilter,
  type SeatGroup,
} from './room-seats.views';
import { standingOf } from './room-standing';
import { todoRows } from './room-todo.views';
import type { TodoRow } from './room-todo-row';
import { roomVetoes } from './room-vetoes.views';
import type { Room } from './round-room.queries';
import type { RoundAct } from './round.entity';

export const roundTones: Readonly<Record<RoundState, TagTone>> = {
  planned: 'blue',
  open: 'amber',
  locked: 'red',
  closed: '',
  announced: 'green',
  cancelled: 'line',
  voided: 'line',
};

export interface RoomModel extends PageModel {
  state: Tag;
  kinds: KindBox[];
  todo: { items: TodoRow[] };
  todoCount: string;
  /** Null where there are none, or for whoever may not know of them. */
  vetoes: ReturnType<typeof roomVetoes>;
  forecast: ForecastModel | null;
  /** Null for whoever may only look. */
  operations: ActsModel | null;
  seats: {
    filters: Links;
    groups: SeatGroup[];
    itemsHead: string;
    hasReissue: boolean;
    hasUnassigned: boolean;
  } | null;
  agenda: AgendaModel;
  elements: BatchElementsModel | null;
  history: { items: { at: string; text: string; mark: boolean; seal: null; light: null }[] };
}

export interface RoomAsked {
  readonly now: Instant;
  /** Whether the viewer acts on rounds or only reads. */
  readonly mayAct: boolean;
  readonly filter: SeatFilter;
  readonly sent: SentForm | null;
  /** How the panel has answered before; left out, nothing is known of it. */
  readonly past?: readonly PastResponse[];
}

/** The round room: who has not cast, whether quorum is safe, what needs doing now. */
export function roundRoomView(
  room: Room,
  { now, mayAct, filter, sent, past = [] }: RoomAsked,
  words: Words,
): RoomModel {
  const { round, roll } = room;
  const standing = standingOf(room, now);
  const todo = todoRows(room, standing, mayAct, words);
  const title = words.t('rounds.show.title', { number: round.number });
  const isOpened = roll.length > 0;
  return {
    page: {
      title,
      dataPage: 'round-show',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number },
      ],
      head: pageHead({ title, meta: metaOf(room, words), aside: asideOf(room, now, words) }),
    },
    state: tag(words.t(`rounds.state.${round.state}`), roundTones[round.state], round.state),
    kinds: isOpened ? kindBoxes(room, standing, words) : [],
    todo: { items: todo },
    todoCount: todo.length === 0 ? '' : String(todo.length),
    vetoes: roomVetoes(room, words),
    forecast: forecastOf(room, standing, past, words),
    operations: mayAct ? roundActs(room, standing, sent, words) : null,
    seats: isOpened
      ? {
          filters: seatFilters(round.id, standing, filter, words),
          groups: seatGroups(room, standing, filter, mayAct, words),
          itemsHead: words.t('rounds.seats.col.cast', { n: room.items.length }),
          hasReissue: mayAct && round.state === 'open',
          hasUnassigned: standing.seats.some(({ marks }) => marks.includes(null)),
        }
      : null,
    agenda: agenda(room, standing, words),
    elements: batchElements(room, words),
    history: { items: [...room.acts].reverse().map((one) => historyRow(one, words)) },
  };
}

function metaOf({ round, rubric, rules, panel, items, roll }: Room, words: Words): string[] {
  const fmt = formatsFor(words);
  const name = words.of(rubric.name);
  return [
    round.title,
    words.t('rounds.meta.items', { n: items.length }),
    ...(roll.length > 0 ? [words.t('rounds.meta.seats', { n: roll.length })] : []),
    panel.name,
    words.t('rounds.meta.rubric', { name, n: rubric.version }),
    words.t('rounds.meta.rules', { code: rules.code, n: rules.version }),
    ...(round.openedAt ? [words.t('rounds.meta.opened', { at: fmt.dateTime(round.openedAt) })] : []),
    ...(round.extendedAt ? [words.t('rounds.meta.extended', { at: fmt.dateTime(round.extendedAt) })] : []),
  ];
}

/** The deadline and what is left of it, in days and in workdays; after the end, when that was. */
function asideOf({ round, calendar }: Room, now: Instant, words: Words): { big: string; small: string } {
  const fmt = formatsFor(words);
  const { state, deadlineAt, lockedAt, closedAt, cancelledAt, voidedAt } = round;
  const big = words.t('rounds.aside.deadline', { at: fmt.dateTime(deadlineAt) });
  const endedAt = cancelledAt ?? voidedAt;
  if (endedAt) return { big: words.t(`rounds.state.${state}`), small: fmt.dateTimeFull(endedAt) };
  if (closedAt) return { big, small: words.t('rounds.aside.closed', { at: fmt.dateTime(closedAt) }) };
  if (lockedAt) return { big, small: words.t('rounds.aside.locked', { at: fmt.dateTime(lockedAt) }) };
  const { left, late } = fmt.deadline(deadlineAt, now);
  const workdays = calendar.workdaysBetween(now, deadlineAt);
  return { big, small: words.t(late ? 'rounds.aside.late' : 'rounds.aside.left', { left, workdays }) };
}

function historyRow(
  { move, at, byLabel, reason, details }: RoundAct,
  words: Words,
): RoomModel['history']['items'][number] {
  const fmt = formatsFor(words);
  const figures = JSON.parse(details) as Record<string, string | number>;
  const { to } = figures;
  const named = {
    items: 0,
    seats: 0,
    seat: '',
    awaited: 0,
    askedBy: '',
    pairs: 0,
    missing: 0,
    overloaded: 0,
    from: '',
    name: '',
    changed: 0,
    item: 0,
    hours: 0,
    ...figures,
    to: typeof to === 'string' ? fmt.dateTime(to) : '',
    by: byLabel,
    reason,
  };
  return {
    at: fmt.dateTimeShort(at),
    text: words.t(historyKey(move, named), named),
    mark: move !== 'remind' && move !== 'reissue' && move !== 'withdrawLink',
    seal: null,
    light: null,
  };
}

/** Reminders that the rules asked for say how long before the deadline. */
const historyKey = (move: RoundAct['move'], { hours }: { hours: string | number }): string =>
  move === 'remind' && hours !== 0 ? 'reminders.history.due' : `rounds.history.${move}`;
