import { sql } from '../database/sql';
import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import { RoundRequest } from './round-request.entity';
import { Round, RoundAct, RoundItem, RoundSeat } from './round.entity';

/** Rounds that are read at once with all that belongs to them. */
const piece = 50;

/**
 * What the seal of a round covers: each of its columns, and every act with who, when and why. Columns that are younger
 * than the first rounds count only where they hold something, so that earlier seals go on holding.
 */
export function sealOfRound(round: Round, acts: readonly RoundAct[]): CanonicalValue {
  const inOrder = [...acts].sort((a, b) => a.position - b.position);
  const { lockedAt, voidedAt, disputeVersion, gradesVersion, ...columns } = round;
  const younger = Object.entries({ lockedAt, voidedAt, disputeVersion, gradesVersion }).filter(
    ([, held]) => held !== null,
  );
  return { ...columns, ...Object.fromEntries(younger), acts: inOrder.map((act) => ({ ...act })) };
}

/** Each column; those of a second look only where they hold something, so that the seals of earlier items go on holding. */
export function sealOfItem({ carriesFromId, asked, carried, ...item }: RoundItem): CanonicalValue {
  const look = Object.entries({ carriesFromId, asked, carried }).filter(([, value]) => value !== null);
  return { ...item, ...Object.fromEntries(look) };
}

export function sealOfSeat(seat: RoundSeat): CanonicalValue {
  return { ...seat };
}

export function sealOfRequest(request: RoundRequest): CanonicalValue {
  return { ...request };
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

/** Every request of two people, answered or not. */
export const sealedRequests: SealedRecord = sealedTable('roundRequest', RoundRequest, sealOfRequest);

/** The frozen roll of every round. */
export const sealedSeats: SealedRecord = sealedTable('roundSeat', RoundSeat, sealOfSeat);

const frozenOnly = (item: RoundItem): CanonicalValue =>
  item.leadRevisionId === null ? null : sealOfItem(item);
