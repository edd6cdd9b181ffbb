import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable } from '../ledger/sealed-records';
import { sealOfVeto, Veto } from './veto.entity';

export const sealedVetoes = sealedTable('veto', Veto, sealOfVeto);

/** A veto belongs to one round with all its parts, and nothing happens to it once that round has been counted. */
export const vetoesKeepToTheirRound: ConsistencyCheck = {
  name: 'a veto is of one round, by seats of its roll, and settled before that round closed',
  async run(source) {
    const rows = await source.rows<{ id: string; number: string }>(
      sql`select veto.id, round.number from veto join round on round.id = veto.round_id
            join round_item item on item.id = veto.item_id
            join round_seat seat on seat.id = veto.round_seat_id
            left join round_seat settler on settler.id = veto.settled_seat_id
          where item.round_id <> veto.round_id or seat.round_id <> veto.round_id
            or (settler.id is not null and settler.round_id <> veto.round_id)
            or veto.raised_at > round.deadline_at
            or (round.closed_at is not null and veto.settled_at > round.closed_at)
          order by veto.id`,
    );
    return rows.map(({ id, number }) => `veto ${id}: does not fit round ${number}`);
  },
};
