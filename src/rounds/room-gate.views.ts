import type { GateState } from '../domain/fair-competition/gate';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** An opinion that holds nothing up is said where it is not a plain yes. */
const said: readonly GateState[] = ['opinionMissing', 'unlawful', 'lawfulAfterChange'];

/** Leads of a planned round whose requests want an opinion, or have one that the panel should know of. */
export function gateRows({ items, gate }: Room, words: Words): TodoRow[] {
  return items.flatMap(({ item, lead }) => {
    const state = gate.gates.get(item.leadId)?.state ?? 'clear';
    if (lead === null || !said.includes(state)) return [];
    const title = words.t(`gate.todo.${state}`, { position: item.position, number: lead.number });
    const row = todoRow(title, words.t(`gate.todo.${state}.when`));
    const href = `/leads/${item.leadId}/fair-competition`;
    return [{ ...row, href, late: state === 'opinionMissing', due: words.t(`gate.state.${state}`) }];
  });
}
