import { sql } from '../database/sql';
import { LeadInterest, sealOfInterest } from '../leads/lead-interest.entity';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable } from '../ledger/sealed-records';

/** Every interest that has been recorded, decided or not. */
export const sealedInterests = sealedTable('leadInterest', LeadInterest, sealOfInterest);

/** A confirmed interest of whoever held the seat when the round opened keeps the seat out of the base. */
export const confirmedAreRecused: ConsistencyCheck = {
  name: 'whoever has a confirmed interest in an item is recused from it',
  async run(source) {
    const rows = await source.rows<{ number: string; position: number; unitName: string }>(
      sql`select round.number, item.position, round_seat.unit_name as "unitName"
          from lead_interest interest
            join round on round.id = interest.round_id
            join round_item item on item.id = interest.item_id
            join round_seat on round_seat.round_id = interest.round_id and round_seat.seat_id = interest.seat_id
              and round_seat.holder_id = interest.person_id
            join turnout on turnout.item_id = interest.item_id and turnout.round_seat_id = round_seat.id
          where interest.standing = 'confirmed' and turnout.state <> 'recused'`,
    );
    return rows.map(
      ({ number, position, unitName }) => `${number} item ${position}: ${unitName} is not recused`,
    );
  },
};
