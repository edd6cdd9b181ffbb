import type { Refusal } from '../domain/shared/refusal';
import { act } from '../http/views/acts';
import { declinedRefusal, silentRefusal } from '../leads/lead-standing.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { todoRow, type TodoRow } from './room-todo-row';
import type { Room } from './round-room.queries';

/** Leads named in one line. */
const mostNamed = 4;

/** Why a planned round cannot be opened for what its hosts have said or not said; null where nothing stands against it. */
export function hostsRefusal({ hosts, needsStatements }: Room): Refusal | null {
  return declinedRefusal(hosts) ?? (needsStatements ? silentRefusal(hosts) : null);
}

/** What the hosts of a planned round still owe: a decline by all wants a written word, silence is warned of. */
export function hostRows({ hosts, needsStatements }: Room, words: Words): TodoRow[] {
  const declined = hosts
    .filter(({ isDeclinedByAll, word }) => isDeclinedByAll && word === null)
    .map(({ leadId, number }) => {
      const write = act({
        id: `todo-declined-${leadId}`,
        label: words.t('answers.round.declined.act'),
        href: `/leads/${leadId}#declined-words`,
        size: 'small',
      });
      const title = words.t('answers.round.declined', { number });
      return { ...todoRow(title, words.t('answers.round.declined.when'), write), late: true };
    });
  const silent = hosts.filter((lead) => lead.hosts.some(({ verdict }) => verdict === null));
  if (silent.length === 0) return declined;
  const named = silent.slice(0, mostNamed).map(({ number, hosts: asked }) => {
    const names = asked.filter(({ verdict }) => verdict === null).map(({ name }) => name);
    return words.t('hostProfile.partOf', { of: number, part: formatsFor(words).list(names) });
  });
  const names = formatsFor(words).list(named);
  const when = words.t(needsStatements ? 'answers.round.blocked' : 'answers.round.silent.when', { names });
  const row = todoRow(words.t('answers.round.silent', { n: silent.length }), when);
  return [...declined, { ...row, href: '/answers', late: needsStatements }];
}
