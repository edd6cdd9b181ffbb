import { takesBallots } from '../domain/round/deadline';
import { controlPath } from '../domain/lead/field';
import type { Instant } from '../domain/shared/instant';
import { act, type Act } from '../http/views/acts';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** What waits for a second person; the page behind it says who asked and why. */
export function askedRows({ round, request }: Room, mayAct: boolean, words: Words): TodoRow[] {
  if (request === null) return [];
  const { kind, askedByLabel: by, askedAt } = request;
  const look = act({
    id: 'todo-second',
    label: words.t('rounds.todo.asked.act'),
    href: `/rounds/${round.id}/${kind === 'void' ? 'voiding' : 'reopening'}`,
    size: 'small',
  });
  const title = words.t(`rounds.two.${kind}.asked`);
  const when = words.t('rounds.todo.asked.when', { by, at: formatsFor(words).dateTimeShort(askedAt) });
  return [{ ...todoRow(title, when, mayAct ? look : null), late: true }];
}

/** A clock that ran fast has locked the round before its time: it stays locked, and a person has to decide. */
export function fastClockRows({ round }: Room, now: Instant, words: Words): TodoRow[] {
  const { state, lockedAt, deadlineAt } = round;
  if (state !== 'locked' || lockedAt === null || !takesBallots(now, deadlineAt)) return [];
  const formats = formatsFor(words);
  const said = { at: formats.dateTimeFull(lockedAt), deadline: formats.dateTimeFull(deadlineAt) };
  return [{ ...todoRow(words.t('rounds.todo.clock'), words.t('rounds.todo.clock.when', said)), late: true }];
}

/** Leads that say something else by now than what is voted on. */
export function changedRows({ items, changed }: Room, words: Words): TodoRow[] {
  return changed.flatMap(({ leadId, revision, changes }) => {
    const found = items.find(({ item }) => item.leadId === leadId);
    if (!found) return [];
    const codes = [...new Set(changes.map(({ field }) => controlPath(field)[0] ?? ''))];
    const fields = formatsFor(words).list(codes.map((code) => words.t(`lead.field.${code}.label`)));
    const title = words.t('rounds.todo.changed', { position: found.item.position, fields });
    const look: Act = act({
      id: `todo-changed-${leadId}`,
      label: words.t('rounds.todo.changed.act'),
      href: `/leads/${leadId}`,
      size: 'small',
    });
    return [todoRow(title, words.t('rounds.todo.changed.when', { revision }), look)];
  });
}
