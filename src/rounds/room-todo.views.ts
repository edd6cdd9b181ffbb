import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import { act } from '../http/views/acts';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { orphanedRows } from './room-chairs.views';
import { askedRows, changedRows, fastClockRows } from './room-concerns.views';
import { gateRows } from './room-gate.views';
import { hostRows } from './room-hosts.views';
import { paperTodo } from './room-papers.views';
import { itemsWithout } from './room-seats.views';
import { undecidedRow } from './room-interests.views';
import type { SeatStanding, Standing } from './room-standing';
import { unassigned } from './room-sharing.views';
import { todoRow, type TodoRow } from './room-todo-row';
import { vetoTodo } from './room-vetoes.views';
import type { Room } from './round-room.queries';

/** Seats named in one line; the table below has them all. */
const mostNamed = 5;

/** What needs the secretariat now, the most pressing first. */
export function todoRows(room: Room, standing: Standing, mayAct: boolean, words: Words): TodoRow[] {
  const { state } = room.round;
  if (state === 'planned')
    return [
      ...gateRows(room, words),
      undecidedRow(room, words) ??
        unassigned(room, words) ??
        todoRow(words.t('rounds.todo.planned'), words.t('rounds.todo.planned.when')),
      ...hostRows(room, words),
    ];
  if (state === 'closed') {
    const look = act({
      label: words.t('rounds.act.results'),
      href: `/rounds/${room.round.id}/results`,
      size: 'small',
    });
    const results = todoRow(words.t('rounds.todo.closed'), words.t('rounds.todo.closed.when'), look);
    return [...askedRows(room, mayAct, words), ...orphanedRows(room, mayAct, words), results];
  }
  if (state !== 'open' && state !== 'locked') return [];
  const tooEarly = fastClockRows(room, standing.now, words);
  const urgent = [
    ...askedRows(room, mayAct, words),
    ...(tooEarly.length > 0 ? tooEarly : ending(standing, words)),
    ...vetoTodo(room, words),
    ...paperTodo(room, words),
    ...orphanedRows(room, mayAct, words),
    ...changedRows(room, words),
  ];
  if (state === 'locked') return urgent;
  return [
    ...urgent,
    ...shortItems(room, standing, mayAct, words),
    ...kindsWithoutBallot(standing, words),
    ...duties(standing, words),
    ...lostMails(room, standing, mayAct, words),
    ...unopened(standing, words),
  ];
}

function ending(standing: Standing, words: Words): TodoRow[] {
  const { itemsShort } = standing.progress;
  if (standing.silent.length === 0)
    return [todoRow(words.t('rounds.todo.allCast'), words.t('rounds.todo.allCast.when'))];
  if (!standing.isOverdue) return [];
  const key = itemsShort > 0 ? 'rounds.todo.overdue.short' : 'rounds.todo.overdue.when';
  return [{ ...todoRow(words.t('rounds.todo.overdue'), words.t(key, { n: itemsShort })), late: true }];
}

function shortItems(room: Room, standing: Standing, mayAct: boolean, words: Words): TodoRow[] {
  const short = standing.items
    .map(({ item, quorum }) => ({ position: item.position, missing: quorum.needed - quorum.cast }))
    .filter(({ missing }) => missing > 0);
  if (short.length === 0) return [];
  const positions = formatsFor(words).list(short.map(({ position }) => String(position)));
  const most = Math.max(...short.map(({ missing }) => missing));
  const title = words.t('rounds.todo.short', { items: positions, n: short.length, most });
  const when = words.t('rounds.todo.short.when', { names: names(standing.silent, words) });
  const remind = act({
    id: 'todo-remind',
    label: words.t('rounds.act.remind'),
    href: `/rounds/${room.round.id}/reminders`,
    size: 'small',
  });
  return [todoRow(title, when, mayAct && !standing.isOverdue ? remind : null)];
}

function kindsWithoutBallot(standing: Standing, words: Words): TodoRow[] {
  return PANEL_KINDS.flatMap((kind) => {
    const without = itemsWithout(kind, standing);
    if (without.length === 0) return [];
    const kindWord = words.t(`panelKind.${kind}`);
    const isAll = without.length === standing.items.length;
    const items = formatsFor(words).list(without.map(String));
    const title = words.t(isAll ? 'rounds.todo.kind.all' : 'rounds.todo.kind', { kind: kindWord, items });
    const seats = standing.silent.filter(({ seat }) => seat.kind === kind);
    return [todoRow(title, words.t('rounds.todo.kind.when', { names: names(seats, words) }))];
  });
}

function duties(standing: Standing, words: Words): TodoRow[] {
  return standing.silent
    .filter(({ seat }) => seat.mandatory === 1)
    .map(({ seat, progress, voter }) => {
      const title = words.t('rounds.todo.duty', { unit: seat.unitName, n: progress.awaited });
      const isLast = seat.alternateName === null || voter.post === 'b';
      const key = isLast ? 'rounds.todo.duty.when' : 'rounds.todo.duty.alternate';
      return todoRow(title, words.t(key, { holder: voter.name, alternate: seat.alternateName ?? '' }));
    });
}

function lostMails(room: Room, standing: Standing, mayAct: boolean, words: Words): TodoRow[] {
  return standing.silent
    .filter(({ link }) => link === 'failed')
    .map(({ seat, voter }) => {
      const again = act({
        id: `todo-reissue-${seat.id}`,
        label: words.t('rounds.reissue.act'),
        href: `/rounds/${room.round.id}/seats/${seat.id}/links`,
        method: 'post',
        size: 'small',
      });
      const title = words.t('rounds.todo.lost', { name: voter.name });
      return todoRow(title, words.t('rounds.todo.lost.when', { unit: seat.unitName }), mayAct ? again : null);
    });
}

/** Links that nobody came through, by what is known of them. */
function unopened(standing: Standing, words: Words): TodoRow[] {
  const by = [
    ['unopened', 'rounds.todo.unopened'],
    ['machineOnly', 'votingLinks.todo.machineOnly'],
    ['withdrawn', 'votingLinks.todo.withdrawn'],
  ] as const;
  return by.flatMap(([standingOfLink, key]) => {
    const seats = standing.silent.filter(({ link }) => link === standingOfLink);
    return seats.length === 0 ? [] : [todoRow(words.t(key, { n: seats.length }), names(seats, words))];
  });
}

function names(seats: readonly SeatStanding[], words: Words): string {
  const shown = formatsFor(words).list(seats.slice(0, mostNamed).map(({ seat }) => seat.unitName));
  return seats.length <= mostNamed
    ? shown
    : words.t('rounds.todo.andMore', { names: shown, n: seats.length });
}
