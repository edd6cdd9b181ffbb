import { act } from '../http/views/acts';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** Ballots on paper that somebody else has to compare before the deadline: one line, with whose they are. */
export function paperTodo({ round, papers }: Room, words: Words): TodoRow[] {
  if (papers.length === 0) return [];
  const fmt = formatsFor(words);
  const isOpen = round.state === 'open';
  const units = fmt.list([...new Set(papers.map(({ unitName }) => unitName))]);
  const at = fmt.dateTime(round.deadlineAt);
  const look = act({
    id: 'todo-papers',
    label: words.t('paperBallots.todo.look'),
    href: `/rounds/${round.id}/paper-ballots`,
    size: 'small',
  });
  const title = words.t(isOpen ? 'paperBallots.todo' : 'paperBallots.todo.late', { n: papers.length });
  const when = words.t(isOpen ? 'paperBallots.todo.when' : 'paperBallots.todo.late.when', { units, at });
  return [todoRow(title, when, look)];
}
