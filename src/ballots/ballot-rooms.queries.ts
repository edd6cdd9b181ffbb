import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { BallotViewer } from '../domain/access/viewer';
import type { PanelKind } from '../domain/rubric/panel-kind';
import type { RoundState } from '../domain/round/round-moves';
import type { Carried } from '../domain/tally/carried';
import type { Instant } from '../domain/shared/instant';
import { hasDeclared, isKeptFrom, isRival } from './own-interest';
import { standingOf, type BallotRoom, type RoomItem } from './ballot-room';
import { lastHandover } from '../rounds/seat-voters.queries';

interface HeadRow {
  roundId: string;
  roundNumber: string;
  roundTitle: string;
  state: RoundState;
  deadlineAt: Instant;
  rubricVersionId: string;
  kind: PanelKind;
  seatUnit: string;
  alternateId: string | null;
  holderId: string;
  holderName: string;
  toId: string | null;
  toName: string | null;
  fromName: string | null;
  handedAt: Instant | null;
  personName: string;
  email: string;
  locale: 'zh-CN' | 'en' | null;
  contactName: string | null;
  contactUnit: string | null;
  contactEmail: string | null;
  contactMobile: string | null;
}

interface ItemRow {
  id: string;
  position: number;
  leadId: string;
  leadNumber: string;
  leadRevisionId: string;
  /** 1 or true. */
  judgedBefore: 0 | 1 | boolean;
  carried: string | null;
  turnout: 'waiting' | 'cast' | 'recused';
  version: number | null;
  castAt: Instant | null;
  savedAt: Instant | null;
  isRival: number;
  isDeclared: number;
}

/** Reads a round for the one seat that a ballot session was opened for. */
@Injectable()
export class BallotRoomsQueries {
  constructor(private readonly reader: Reader) {}

  /**
   * Two statements whatever the number of items. Whoever reported a lead is out of its item, also where the seat has a
   * ballot on it that somebody else cast. Null where the seat is not of this round, or its holder has left.
   */
  async room(
    seat: Pick<BallotViewer, 'roundId' | 'roundSeatId' | 'personId'>,
    source: Source = this.reader,
  ): Promise<BallotRoom | null> {
    const head = await this.head(seat, source);
    if (!head) return null;
    const items = await this.items(seat, source);
    const { kind, seatUnit, alternateId, personName, email, locale, ...rest } = head;
    const { contactName, contactUnit, contactEmail, contactMobile, ...row } = rest;
    const { holderId, holderName, toId, toName, fromName, handedAt, ...round } = row;
    return {
      ...round,
      seat: {
        id: seat.roundSeatId,
        kind,
        unitName: seatUnit,
        post: alternateId === seat.personId ? 'b' : 'a',
        voter: { personId: toId ?? holderId, name: toName ?? holderName },
        handed: fromName === null || handedAt === null ? null : { from: fromName, at: handedAt },
      },
      person: { id: seat.personId, name: personName, email, locale },
      contact:
        contactName === null || contactEmail === null
          ? null
          : { name: contactName, unitName: contactUnit ?? '', email: contactEmail, mobile: contactMobile },
      items,
    };
  }

  private head(
    { roundId, roundSeatId, personId }: Pick<BallotViewer, 'roundId' | 'roundSeatId' | 'personId'>,
    source: Source,
  ): Promise<HeadRow | null> {
    return source.one<HeadRow>(
      sql`select round.id as "roundId", round.number as "roundNumber", round.title as "roundTitle", round.state,
            round.deadline_at as "deadlineAt", round.rubric_version_id as "rubricVersionId",
            round_seat.kind, round_seat.unit_name as "seatUnit", round_seat.alternate_id as "alternateId",
            round_seat.holder_id as "holderId", round_seat.holder_name as "holderName", handed.to_id as "toId",
            handed.to_name as "toName", handed.from_name as "fromName", handed.at as "handedAt",
            person.name as "personName", person.email, person.locale, contact.name as "contactName",
            contact_unit.name as "contactUnit", contact.email as "contactEmail", contact.mobile as "contactMobile"
          from round_seat join round on round.id = round_seat.round_id
            join person on person.id = ${personId}
            ${lastHandover}
            left join person contact on contact.id = round.created_by
            left join unit contact_unit on contact_unit.id = contact.unit_id
          where round_seat.id = ${roundSeatId} and round.id = ${roundId} and person.disabled_at is null`.planned(),
    );
  }

  private async items(
    { roundId, roundSeatId, personId }: Pick<BallotViewer, 'roundId' | 'roundSeatId' | 'personId'>,
    source: Source,
  ): Promise<RoomItem[]> {
    const rows = await source.rows<ItemRow>(
      sql`select item.id, item.position, item.lead_id as "leadId", lead.number as "leadNumber",
            item.lead_revision_id as "leadRevisionId", item.carried,
            exists (select 1 from outcome where outcome.lead_id = item.lead_id and outcome.decided is not null
              and outcome.round_id <> item.round_id) as "judgedBefore", ballot_version.version,
            case when ${isKeptFrom(personId)} then 'recused' else turnout.state end as turnout,
            ${isRival(personId)} as "isRival", ${hasDeclared(roundSeatId, personId)} as "isDeclared",
            ballot_version.cast_at as "castAt", ballot_draft.saved_at as "savedAt"
          from round_item item join lead on lead.id = item.lead_id
            join turnout on turnout.item_id = item.id and turnout.round_seat_id = ${roundSeatId}
            left join current_ballot on current_ballot.item_id = item.id
              and current_ballot.round_seat_id = ${roundSeatId}
            left join ballot_version on ballot_version.id = current_ballot.ballot_version_id
            left join ballot_draft on ballot_draft.item_id = item.id and ballot_draft.round_seat_id = ${roundSeatId}
          where item.round_id = ${roundId} order by item.position`.planned(),
    );
    return rows.map(
      ({ turnout, version, savedAt, judgedBefore, isRival: rival, isDeclared, carried, ...row }) => ({
        ...row,
        isRival: Number(rival) === 1,
        isDeclared: Number(isDeclared) === 1,
        judgedBefore: Boolean(judgedBefore),
        carried: carried === null ? null : (JSON.parse(carried) as Carried),
        standing: standingOf(turnout, version, savedAt !== null),
        drafted: savedAt !== null,
      }),
    );
  }
}
