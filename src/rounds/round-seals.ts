import { sql } from '../database/sql';
import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import { Round, RoundAct, RoundItem, RoundSeat } from './round.entity';

/** Rounds that are read at once with all that belongs to them. */
const piece = 50;

/** What the seal of a round covers: each of its columns, and every act with who, when and why. */
export function sealOfRound(round: Round, acts: readonly RoundAct[]): CanonicalValue {
  const inOrder = [...acts].sort((a, b) => a.position - b.position);
  return { ...round, acts: inOrder.map((act) => ({ ...act })) };
}

export function sealOfItem(item: RoundItem): CanonicalValue {
  return { ...item };
}

export function sealOfSeat(seat: RoundSeat): CanonicalValue {
  return { ...seat };
}

/** Every round, from its planning on, with its acts. */
export const sealedRounds: SealedRecord = {
  type: 'round',
  async *each(source) {
    for (let after = ''; ;) {
      const rounds = await source.find(Round, sql`where id > ${after} order by id limit ${piece}`);
      const acts = await source.find(
        RoundAct,
        sql`where round_id in ${sql.list(rounds.map(({ id }) => id))}`,
      );
      for (const round of rounds) {
        const own = acts.filter(({ roundId }) => roundId === round.id);
        yield { id: round.id, content: sealOfRound(round, own) };
      }
      const last = rounds.at(-1);
      if (!last || rounds.length < piece) return;
      after = last.id;
    }
  },
};

/** The items of rounds that have been opened: from then on they are frozen. */
export const sealedItems: SealedRecord = {
  type: 'roundItem',
  async *each(source) {
    for await (const row of sealedTable('roundItem', RoundItem, frozenOnly).each(source)) {
      if (row.content !== null) yield row;
    }
  },
};

/** The frozen roll of every round. */
export const sealedSeats: SealedRecord = sealedTable('roundSeat', RoundSeat, sealOfSeat);

const frozenOnly = (item: RoundItem): CanonicalValue =>
  item.leadRevisionId === null ? null : sealOfItem(item);
