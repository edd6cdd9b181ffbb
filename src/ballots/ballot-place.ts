import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { BallotViewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { lastHandover } from '../rounds/seat-voters.queries';
import { isKeptFrom } from './own-interest';

/** Where a paper is put: the seat, its item, and what stands there already. */
export interface Place {
  roundNumber: string;
  position: number;
  unitName: string;
  turnout: string;
  /** Null for a paper that did not come through a link. */
  linkId: string | null;
  linkRevokedAt: Instant | null;
  /** Who votes for the seat, and the other of the two where it was handed over. */
  voterId: string;
  voterName: string;
  handedFrom: string | null;
  isOwnLead: number;
  currentVersion: number | null;
  savedAt: Instant | null;
  personName: string;
  email: string;
  locale: 'zh-CN' | 'en' | null;
  againCode: string | null;
  againVersion: number | null;
  againAt: Instant | null;
}

/** Everything the unit has to know of this seat and item, and whether this press is recorded already. */
export function placeOf(tx: Tx, seat: BallotViewer, itemId: string, key: string): Promise<Place | null> {
  return tx.one<Place>(
    sql`select round.number as "roundNumber", item.position, round_seat.unit_name as "unitName",
          turnout.state as turnout, mailed_link.id as "linkId", mailed_link.revoked_at as "linkRevokedAt",
          coalesce(handed.to_id, round_seat.holder_id) as "voterId",
          coalesce(handed.to_name, round_seat.holder_name) as "voterName", handed.from_name as "handedFrom",
          case when ${isKeptFrom(seat.personId)} then 1 else 0 end as "isOwnLead",
          current.version as "currentVersion", ballot_draft.saved_at as "savedAt", person.name as "personName",
          person.email, person.locale, again.receipt_code as "againCode", again.version as "againVersion",
          again.cast_at as "againAt"
        from round_item item join round on round.id = item.round_id join lead on lead.id = item.lead_id
          join round_seat on round_seat.id = ${seat.roundSeatId} and round_seat.round_id = item.round_id
          join person on person.id = ${seat.personId}
          left join mailed_link on mailed_link.id = ${seat.linkId}
          join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
          ${lastHandover}
          left join current_ballot on current_ballot.item_id = item.id
            and current_ballot.round_seat_id = round_seat.id
          left join ballot_version current on current.id = current_ballot.ballot_version_id
          left join ballot_draft on ballot_draft.item_id = item.id and ballot_draft.round_seat_id = round_seat.id
          left join ballot_version again on again.idempotency_key = ${key}
        where item.id = ${itemId} and item.round_id = ${seat.roundId}`.planned(),
  );
}
