import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import { SeatHandover, sealOfHandover } from './seat-handover.entity';
import { lastHandover } from './seat-voters.queries';

/** Every hand-over of every round. */
export const sealedHandovers: SealedRecord = sealedTable('seatHandover', SeatHandover, sealOfHandover);

interface Found {
  number: string;
  unitName: string;
  position: number;
}

/** What must always be true of hand-overs beyond their seals. */
export const handoverChecks: readonly ConsistencyCheck[] = [
  {
    name: 'each hand-over goes from whoever voted for the seat to the other of its two people',
    async run(source) {
      const rows = await source.rows<Found>(
        sql`select round.number, seat.unit_name as "unitName", handed.position
            from seat_handover handed join round_seat seat on seat.id = handed.round_seat_id
              join round on round.id = seat.round_id
              left join seat_handover before on before.round_seat_id = handed.round_seat_id
                and before.position = handed.position - 1
            where handed.round_id <> seat.round_id
              or handed.from_id <> coalesce(before.to_id, seat.holder_id)
              or (before.id is null and handed.position > 1)
              or handed.to_id <> case when handed.to_post = 'b' then coalesce(seat.alternate_id, '') else seat.holder_id end
            order by round.number, seat.position, handed.position`,
      );
      return rows.map(({ number, unitName, position }) => `${number} ${unitName}: hand-over ${position}`);
    },
  },
  {
    name: 'no voting link of a seat is good for anybody but whoever votes for it',
    async run(source) {
      const rows = await source.rows<Omit<Found, 'position'>>(
        sql`select round.number, round_seat.unit_name as "unitName"
            from mailed_link link join round_seat on round_seat.id = link.round_seat_id
              join round on round.id = round_seat.round_id
              ${lastHandover}
            where link.purpose = 'ballot' and link.revoked_at is null
              and link.person_id <> coalesce(handed.to_id, round_seat.holder_id)
            order by round.number, round_seat.position`,
      );
      return rows.map(({ number, unitName }) => `${number} ${unitName}: a link for somebody else is good`);
    },
  },
];
