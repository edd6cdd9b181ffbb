import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';

const some = 50;

/** A panel's question was passed on about the same lead and for the same round. */
export const questionsKeepToTheirLead: ConsistencyCheck = {
  name: 'each question of a seat belongs to its item, and was passed on about the same lead for the same round',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ id: string }>(
      sql`select asked.id from seat_question asked join round_item item on item.id = asked.item_id
          join round_seat seat on seat.id = asked.round_seat_id
          left join lead_question passed on passed.id = asked.question_id
          where item.lead_id <> asked.lead_id or item.round_id <> asked.round_id
            or seat.round_id <> asked.round_id or passed.lead_id <> asked.lead_id
            or passed.round_id <> asked.round_id or (passed.id is not null and passed.round_id is null)
          order by asked.id limit ${some}`,
    );
    return rows.map(({ id }) => `question ${id} of a seat is not about its own item`);
  },
};
