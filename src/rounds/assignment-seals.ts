import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import type { SealedRecord } from '../ledger/sealed-records';
import { AssignedSeat, AssignmentRow, sealOfAssignment } from './assignment.entity';

/** Assignments that are read at once with their pairs. */
const piece = 20;

/** Every assignment that has been applied. */
export const sealedAssignments: SealedRecord = {
  type: 'assignment',
  async *each(source) {
    for (let after = ''; ;) {
      const rows = await source.find(
        AssignmentRow,
        sql`where id > ${after} and applied_at is not null order by id limit ${piece}`,
      );
      const pairs = await source.find(
        AssignedSeat,
        sql`where assignment_id in ${sql.list(rows.map(({ id }) => id))}`,
      );
      for (const row of rows) {
        const own = pairs.filter(({ assignmentId }) => assignmentId === row.id);
        yield { id: row.id, content: sealOfAssignment(row, own) };
      }
      const last = rows.at(-1);
      if (!last || rows.length < piece) return;
      after = last.id;
    }
  },
};

/** Whoever judges an item is on its roll, and nobody else. */
export const turnoutFollowsAssignment: ConsistencyCheck = {
  name: 'each item of a round that was shared out has exactly the seats that were assigned to it',
  async run(source) {
    const rows = await source.rows<{ number: string; position: number; unitName: string; what: string }>(
      sql`select round.number, item.position, round_seat.unit_name as "unitName", 'is not assigned' as what
          from turnout join assignment on assignment.id = turnout.round_id
            join round on round.id = turnout.round_id
            join round_item item on item.id = turnout.item_id
            join round_seat on round_seat.id = turnout.round_seat_id
            left join assigned_seat on assigned_seat.item_id = turnout.item_id
              and assigned_seat.seat_id = round_seat.seat_id
          where assigned_seat.seat_id is null
          union all
          select round.number, item.position, unit.name, 'is missing'
          from assigned_seat join assignment on assignment.id = assigned_seat.assignment_id
            join round on round.id = assignment.id and round.opened_at is not null
            join round_item item on item.id = assigned_seat.item_id
            join seat on seat.id = assigned_seat.seat_id join unit on unit.id = seat.unit_id
            left join round_seat on round_seat.seat_id = seat.id and round_seat.round_id = round.id
            left join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
          where turnout.item_id is null`,
    );
    return rows.map(
      ({ number, position, unitName, what }) => `${number} item ${position}: ${unitName} ${what}`,
    );
  },
};
