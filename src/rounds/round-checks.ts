import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

/** What must always be true of rounds beyond their seals. */
export const roundChecks: readonly ConsistencyCheck[] = [
  {
    name: 'each seat of an opened round that was not shared out stands once on each of its items',
    async run(source) {
      const rows = await source.rows<{ number: string; seats: number; items: number; marks: number }>(
        sql`select round.number,
              (select count(*) from round_seat where round_seat.round_id = round.id) as seats,
              (select count(*) from round_item where round_item.round_id = round.id) as items,
              (select count(*) from turnout where turnout.round_id = round.id) as marks
            from round where round.opened_at is not null
              and not exists (select 1 from assignment where assignment.id = round.id)`,
      );
      return rows
        .filter(({ seats, items, marks }) => Number(seats) * Number(items) !== Number(marks))
        .map(
          ({ number, seats, items, marks }) =>
            `${number}: ${seats} seats × ${items} items, but ${marks} marks`,
        );
    },
  },
  {
    name: 'who has cast is kept for the round of the item and of the seat',
    async run(source) {
      const rows = await source.rows<{ number: string; position: number; unitName: string }>(
        sql`select round.number, item.position, round_seat.unit_name as "unitName"
            from turnout join round_item item on item.id = turnout.item_id
              join round_seat on round_seat.id = turnout.round_seat_id join round on round.id = item.round_id
            where turnout.round_id <> item.round_id or turnout.round_id <> round_seat.round_id
            order by round.number, item.position, round_seat.position`,
      );
      return rows.map(({ number, position, unitName }) => `${number} item ${position}: ${unitName}`);
    },
  },
  {
    name: 'each item of an opened round has the lead revision that it was opened with',
    async run(source) {
      const rows = await source.rows<{ number: string; position: number }>(
        sql`select round.number, round_item.position from round_item join round on round.id = round_item.round_id
            where (round.opened_at is null) <> (round_item.lead_revision_id is null) order by round.number`,
      );
      return rows.map(({ number, position }) => `${number}: item ${position}`);
    },
  },
  {
    name: 'each reminder went to a seat of its round, and its acts speak of each that the clock sent',
    async run(source) {
      const strangers = await source.rows<{ id: string }>(
        sql`select reminder_sent.id from reminder_sent join round_seat on round_seat.id = reminder_sent.round_seat_id
            where round_seat.round_id <> reminder_sent.round_id order by reminder_sent.id`,
      );
      const noted = await source.rows<{ number: string; id: string; n: number | string }>(
        sql`select round.number, round.id, count(*) as n from reminder_sent join round on round.id = reminder_sent.round_id
            where reminder_sent.hours_before is not null group by round.number, round.id order by round.number`,
      );
      const acts = await source.rows<{ roundId: string; details: string }>(
        sql`select round_id as "roundId", details from round_act where move = 'remind' and by_id is null`,
      );
      const said = (roundId: string): number =>
        acts
          .filter((one) => one.roundId === roundId)
          .reduce((sum, { details }) => sum + Number((JSON.parse(details) as { seats: number }).seats), 0);
      return [
        ...strangers.map(({ id }) => `reminder ${id}: a seat of another round`),
        // One that was taken back before it left is said twice and noted once.
        ...noted
          .filter(({ id, n }) => Number(n) > said(id))
          .map(({ number, id, n }) => `${number}: ${n} reminders noted, ${said(id)} in its acts`),
      ];
    },
  },
];
