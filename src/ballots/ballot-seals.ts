import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable } from '../ledger/sealed-records';
import { BallotVersion, sealOfBallot } from './ballot.entity';

export const sealedBallots = sealedTable('ballotVersion', BallotVersion, sealOfBallot);

interface Strayed {
  itemId: string;
  roundSeatId: string;
  pointsTo: string | null;
  newest: string | null;
}

/**
 * Which version counts follows from the sealed versions alone: the newest of each seat and item. So the pointer needs
 * no seal of its own; this compares every one of them, and finds a moved, a missing and an added one.
 */
export const currentBallotsAreNewest: ConsistencyCheck = {
  name: 'the current ballot of each seat and item is its newest version',
  async run(source) {
    const strayed = await source.rows<Strayed>(
      sql`select newest.item_id as "itemId", newest.round_seat_id as "roundSeatId", newest.id as newest,
            current_ballot.ballot_version_id as "pointsTo"
          from ballot_version newest
            left join current_ballot on current_ballot.item_id = newest.item_id
              and current_ballot.round_seat_id = newest.round_seat_id
          where not exists (select 1 from ballot_version later where later.item_id = newest.item_id
              and later.round_seat_id = newest.round_seat_id and later.version > newest.version)
            and (current_ballot.ballot_version_id is null or current_ballot.ballot_version_id <> newest.id
              or current_ballot.round_id <> newest.round_id)
          union all
          select current_ballot.item_id, current_ballot.round_seat_id, null, current_ballot.ballot_version_id
          from current_ballot
          where not exists (select 1 from ballot_version where ballot_version.item_id = current_ballot.item_id
            and ballot_version.round_seat_id = current_ballot.round_seat_id)`,
    );
    return strayed.map(
      ({ itemId, roundSeatId, pointsTo, newest }) =>
        `currentBallot item ${itemId} seat ${roundSeatId}: ` +
        `points to ${pointsTo ?? 'nothing'}, the newest version is ${newest ?? 'none'}`,
    );
  },
};

/** The roll of who has cast says nothing else than the ballots themselves. */
export const turnoutFollowsBallots: ConsistencyCheck = {
  name: 'who has cast is who has a ballot',
  async run(source) {
    const rows = await source.rows<{
      itemId: string;
      roundSeatId: string;
      state: string;
      kind: string | null;
    }>(
      sql`select turnout.item_id as "itemId", turnout.round_seat_id as "roundSeatId", turnout.state,
            ballot_version.kind
          from turnout
            left join current_ballot on current_ballot.item_id = turnout.item_id
              and current_ballot.round_seat_id = turnout.round_seat_id
            left join ballot_version on ballot_version.id = current_ballot.ballot_version_id
          where (turnout.state = 'cast' and (ballot_version.kind is null or ballot_version.kind <> 'cast'))
            or (turnout.state = 'waiting' and ballot_version.kind is not null)
            or (turnout.state = 'recused' and ballot_version.kind = 'cast')`,
    );
    return rows.map(
      ({ itemId, roundSeatId, state, kind }) =>
        `turnout item ${itemId} seat ${roundSeatId}: says ${state}, the ballot is ${kind ?? 'none'}`,
    );
  },
};
