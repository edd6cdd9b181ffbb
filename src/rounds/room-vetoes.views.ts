import { act } from '../http/views/acts';
import { tag } from '../http/views/marks';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { RoomVeto } from './room-vetoes.queries';
import type { Room } from './round-room.queries';

/** The vetoes of a round for the secretariat: the model of the partial `todo`. Null for none. */
export function roomVetoes(room: Room, words: Words): { items: object[] } | null {
  if (room.vetoes.length === 0) return null;
  return {
    items: room.vetoes.map((veto) => ({
      title: words.t('vetoes.ground', {
        code: veto.ground.code,
        name: words.of(veto.ground.name),
      }),
      href: `/vetoes/${veto.id}`,
      when: words.t('vetoes.room.when', {
        position: veto.position,
        title: veto.title,
        by: veto.raisedLabel,
        at: formatsFor(words).dateTimeShort(veto.raisedAt),
      }),
      late: false,
      due: '',
      tag: tag(words.t(`vetoes.state.${veto.state}`), veto.state === 'raised' ? 'amber' : '', veto.state),
      light: null,
      seal: null,
      act: null,
    })),
  };
}

/** What of the vetoes needs doing: one line for those that wait, with whom they wait for. */
export function vetoTodo(room: Room, words: Words): TodoRow[] {
  const waiting = room.vetoes.filter(({ state }) => state === 'raised');
  if (waiting.length === 0) return [];
  const fmt = formatsFor(words);
  const items = fmt.list([...new Set(waiting.map(({ position }) => String(position)))]);
  const settlers = fmt.list([...new Set(waiting.flatMap((veto) => settlersOf(veto, words)))]);
  const look = act({ id: 'todo-vetoes', label: words.t('vetoes.room.look'), href: '/vetoes', size: 'small' });
  const title = words.t('vetoes.room.todo', { n: waiting.length });
  return [todoRow(title, words.t('vetoes.room.todo.when', { items, settlers }), look)];
}

function settlersOf({ ground, settlers }: RoomVeto, words: Words): readonly string[] {
  const { by } = ground.confirmedBy;
  if (by !== 'seats') return [words.t(`vetoes.body.${by}`)];
  return settlers.length > 0 ? settlers : [words.t('vetoes.noSettler')];
}
