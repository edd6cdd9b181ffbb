import { abstaining } from '../domain/insight/abstentions';
import type { Words } from '../words/words';
import type { RoundMaterial } from './tallies';

/** Seats that abstained in a row, by unit and how often; never on what else they voted. */
export function abstainedOf({ cast, items, roll, rules }: RoundMaterial, words: Words): string[] {
  const position = new Map(items.map((item) => [item.id, item.position]));
  const ballots = cast.ballots.map(({ itemId, roundSeatId, vote }) => ({
    seatId: roundSeatId,
    position: position.get(itemId) ?? 0,
    vote,
  }));
  return abstaining(ballots, rules.content.abstention.flagAfter).map(({ seatId, inARow }) =>
    words.t('results.abstained', {
      unit: roll.find(({ id }) => id === seatId)?.unitName ?? '',
      n: inARow,
    }),
  );
}
