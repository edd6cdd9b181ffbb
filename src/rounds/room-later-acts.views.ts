import type { RequestKind } from '../domain/round/two-people';
import { act, type Act } from '../http/views/acts';
import type { Words } from '../words/words';
import type { Room } from './round-room.queries';

/** What it had come to before, where two people have put a result aside. */
export function earlier(room: Room, words: Words): Act[] {
  if (!room.acts.some(({ move }) => move === 'reopen' || move === 'void')) return [];
  const why = words.t('rounds.earlier.why');
  return [
    act({ label: words.t('rounds.act.earlier'), href: `/rounds/${room.round.id}/results/earlier`, why }),
  ];
}

/** Links to the pages on which two people reopen or void the round. */
export function twoPersonActs(room: Room, kinds: readonly RequestKind[], words: Words): Act[] {
  return kinds.map((kind) =>
    act({
      label: words.t(`rounds.act.${kind}`),
      href: `/rounds/${room.round.id}/${kind === 'void' ? 'voiding' : 'reopening'}`,
      why: words.t(`rounds.two.${kind}.why`),
    }),
  );
}
