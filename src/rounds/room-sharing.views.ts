import { refuse, type Refusal } from '../domain/shared/refusal';
import { act, type Act } from '../http/views/acts';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** Why a round that is shared out cannot be opened yet; null for every other. */
export function unassignedRefusal({ assignment }: Room): Refusal | null {
  return assignment?.appliedAt === null ? refuse('assignmentNotApplied') : null;
}

/** The way to the page on which a planned round is shared out. */
export function sharing(room: Room, words: Words): Act {
  const { assignment } = room;
  const standing = assignment === null ? 'everyone' : assignment.appliedAt === null ? 'pending' : 'done';
  return act({
    label: words.t('assignments.act'),
    href: `/rounds/${room.round.id}/assignment`,
    why: words.t(`assignments.act.${standing}`),
  });
}

/** The way to the page on which a panel is drawn for a planned round. */
export function drawing({ round, panel }: Room, words: Words): Act {
  return act({
    label: words.t('panelDraw.act'),
    href: `/rounds/${round.id}/panel`,
    why: words.t(panel.drawnFor === null ? 'panelDraw.act.standing' : 'panelDraw.act.drawn', {
      name: panel.name,
    }),
  });
}

export function unassigned(room: Room, words: Words): TodoRow | null {
  if (unassignedRefusal(room) === null) return null;
  const href = `/rounds/${room.round.id}/assignment`;
  return { ...todoRow(words.t('assignments.todo'), words.t('assignments.todo.when')), href };
}
