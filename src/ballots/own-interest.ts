import { sql, type Sql } from '../database/sql';

/**
 * That nothing of an item is for a person, whichever seat they vote for: they reported its lead, or have an interest
 * in it. A condition on `item` and `lead` of the statement at hand.
 */
export const isKeptFrom = (person: string | Sql): Sql =>
  sql`(lead.scout_id = ${person} or exists (select 1 from lead_interest kept where kept.item_id = item.id
        and kept.person_id = ${person} and (kept.keeps_away = 1 or kept.standing = 'confirmed'))
      or exists (select 1 from chair_recusal apart where apart.lead_id = item.lead_id
        and apart.person_id = ${person}))`;

/** That a person may be a rival of the investor, as far as nobody has said otherwise: 1 or 0, for the same `item`. */
export const isRival = (personId: string): Sql =>
  sql`case when exists (select 1 from lead_interest near where near.item_id = item.id
        and near.person_id = ${personId} and near.standing in ('open', 'left')
        and ',' || near.grounds || ',' like '%,sameIndustry,%') then 1 else 0 end`;

/**
 * Whether a person has declared to have no interest in the item, by answering the question or by casting on it for the
 * seat: 1 or 0, for the same `item`. What somebody else has said or cast for the seat counts for nothing.
 */
export const hasDeclared = (roundSeatId: string, personId: string): Sql =>
  sql`case when exists (select 1 from interest_declaration said where said.item_id = item.id
        and said.round_seat_id = ${roundSeatId} and said.person_id = ${personId})
      or exists (select 1 from ballot_version own where own.item_id = item.id
        and own.round_seat_id = ${roundSeatId} and own.cast_by = ${personId} and own.kind = 'cast')
    then 1 else 0 end`;
