import { refuse, type Refusal } from '../domain/shared/refusal';
import { act, type Act } from '../http/views/acts';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** Why a planned round cannot be opened for what is undecided; null where nothing is. */
export function undecidedRefusal({ interestsOpen: count }: Room): Refusal | null {
  return count === 0 ? null : refuse('interestsUndecided', { count });
}

/** The way to the page of interests, with what waits there. */
export function interestsAct({ round, interestsOpen: n }: Room, words: Words): Act {
  const why = n > 0 ? words.t('interests.act.open', { n }) : words.t('interests.act.none');
  return act({ label: words.t('interests.act'), href: `/rounds/${round.id}/recusals`, why });
}

export function undecidedRow({ round, interestsOpen: n }: Room, words: Words): TodoRow | null {
  if (n === 0) return null;
  const row = todoRow(words.t('interests.todo', { n }), words.t('interests.todo.when'));
  return { ...row, href: `/rounds/${round.id}/recusals` };
}
