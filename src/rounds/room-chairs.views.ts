import { act, type Act } from '../http/views/acts';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** One line for the items over which nobody is left to preside, with where somebody is named. */
export function orphanedRows({ round, orphaned }: Room, mayAct: boolean, words: Words): TodoRow[] {
  if (orphaned.length === 0) return [];
  const items = formatsFor(words).list(orphaned.map(({ position }) => String(position)));
  const name = act({
    id: 'todo-chairs',
    label: words.t(mayAct ? 'chairs.room.act' : 'chairs.room.link'),
    href: `/rounds/${round.id}/chairs`,
    size: 'small',
  });
  const title = words.t('chairs.room.todo', { n: orphaned.length });
  return [todoRow(title, words.t('chairs.room.todo.when', { items }), name)];
}

/** The way to who presides over which item. */
export function chairsAct({ round }: Room, words: Words): Act {
  const why = words.t('chairs.room.link.why');
  return act({ label: words.t('chairs.room.link'), href: `/rounds/${round.id}/chairs`, why });
}
