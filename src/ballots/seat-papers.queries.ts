import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { BallotContent } from '../domain/ballot/ballot';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { NO_FIGURES } from '../domain/lead/objective-figures';
import { askedOf } from '../domain/tally/carried';
import type { Words } from '../words/words';
import { lastHandover } from '../rounds/seat-voters.queries';
import { ballotForm, type BallotForm } from './ballot-form.views';
import { BallotItemsQueries } from './ballot-items.queries';
import { BallotJudge } from './ballot-judge';
import type { BallotRoom, RoomItem } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { ballotIn, EMPTY_FORM, formOf, typedForm, type TypedForm } from './ballot.form';
import { isKeptFrom } from './own-interest';
import { RubricShelf } from './rubric-shelf';

export type { BallotForm } from './ballot-form.views';
export type { BallotRoom, RoomItem } from './ballot-room';

/** The form of a seat before anything is written on it. */
export const blankForm: TypedForm = EMPTY_FORM;

/** One seat and item as whoever has its paper in hand finds them. */
export interface PaperStanding {
  readonly position: number;
  readonly unitName: string;
  readonly holderId: string;
  readonly alternateId: string | null;
  readonly voterId: string;
  readonly voterName: string;
  readonly isRecused: boolean;
  readonly isHandKept: boolean;
  readonly version: number;
  readonly isFromPaper: boolean;
}

type StandingRow = Pick<
  PaperStanding,
  'position' | 'unitName' | 'holderId' | 'alternateId' | 'voterId' | 'voterName'
> & {
  turnout: string;
  voterKept: number;
  handKept: number;
  version: number | null;
  enteredFor: string | null;
};

/** What is needed of a seat to enter its ballot from paper: its items, its form, where it stands. Never what it has cast. */
@Injectable()
export class SeatPapersQueries {
  constructor(
    private readonly reader: Reader,
    private readonly rooms: BallotRoomsQueries,
    private readonly items: BallotItemsQueries,
    private readonly rubrics: RubricShelf,
    private readonly judge: BallotJudge,
  ) {}

  /** The round as whoever votes for the seat sees it; null for a seat that is not of this round. */
  async room(roundId: string, roundSeatId: string): Promise<BallotRoom | null> {
    const voter = await this.reader.one<{ id: string }>(
      sql`select coalesce(handed.to_id, round_seat.holder_id) as id from round_seat ${lastHandover}
          where round_seat.id = ${roundSeatId} and round_seat.round_id = ${roundId}`,
    );
    return voter && this.rooms.room({ roundId, roundSeatId, personId: voter.id });
  }

  /** By lead revision, without those the seat is recused from. */
  titles(room: BallotRoom): Promise<Map<string, string>> {
    return this.items.titles(room);
  }

  /** The seat's ballot form with what was typed and what is wrong with it; nothing of what the seat has cast. */
  async form(
    room: BallotRoom,
    item: RoomItem,
    sent: { readonly typed: TypedForm; readonly problems: readonly FieldProblem[] },
    words: Words,
  ): Promise<BallotForm> {
    const [form] = await this.forms(room, [item], sent, words);
    if (!form) throw new Error('one item has one form');
    return form;
  }

  /** The same for several items, in one statement. */
  async forms(
    room: BallotRoom,
    items: readonly RoomItem[],
    sent: { readonly typed: TypedForm; readonly problems: readonly FieldProblem[] },
    words: Words,
  ): Promise<BallotForm[]> {
    const whole = await this.rubrics.version(room.rubricVersionId);
    const byItem = await this.judge.figuresOf(
      room,
      items.map(({ id }) => id),
    );
    return items.map((item) => {
      const rubric = { ...whole, criteria: askedOf(whole.criteria, item.carried ?? undefined) };
      const figures = byItem.get(item.id) ?? NO_FIGURES;
      const given = { room, item, rubric, figures, ...sent, basis: () => '', key: '', disabledBecause: null };
      return ballotForm(given, words);
    });
  }

  /** What was typed, as a ballot, with everything wrong with it. */
  async read(
    room: BallotRoom,
    itemId: string,
    body: Readonly<Record<string, unknown>>,
  ): Promise<{
    readonly typed: TypedForm;
    readonly content: BallotContent;
    readonly problems: readonly FieldProblem[];
  }> {
    const typed = typedForm(body);
    const { ballot, problems } = await this.judge.judged(room, itemId, ballotIn(typed));
    return { typed, content: ballot, problems };
  }

  /** The form that shows a ballot that was entered. */
  shown(content: BallotContent): TypedForm {
    return formOf(content);
  }

  /** Null for an item or seat that is not of this round, or that the seat was not given to judge. */
  async standing(
    source: Source,
    at: { readonly roundId: string; readonly itemId: string; readonly roundSeatId: string },
    handId: string,
  ): Promise<PaperStanding | null> {
    const voter = sql`coalesce(handed.to_id, round_seat.holder_id)`;
    const row = await source.one<StandingRow>(
      sql`select item.position, round_seat.unit_name as "unitName", round_seat.holder_id as "holderId",
            round_seat.alternate_id as "alternateId", ${voter} as "voterId",
            coalesce(handed.to_name, round_seat.holder_name) as "voterName", turnout.state as turnout,
            case when ${isKeptFrom(voter)} then 1 else 0 end as "voterKept",
            case when ${isKeptFrom(handId)} then 1 else 0 end as "handKept",
            current.version, current.entered_for as "enteredFor"
          from round_item item join lead on lead.id = item.lead_id
            join round_seat on round_seat.id = ${at.roundSeatId} and round_seat.round_id = item.round_id
            join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
            ${lastHandover}
            left join current_ballot on current_ballot.item_id = item.id
              and current_ballot.round_seat_id = round_seat.id
            left join ballot_version current on current.id = current_ballot.ballot_version_id
          where item.id = ${at.itemId} and item.round_id = ${at.roundId}`,
    );
    if (!row) return null;
    const { turnout, voterKept, handKept, version, enteredFor, ...seat } = row;
    return {
      ...seat,
      isRecused: turnout === 'recused' || Number(voterKept) === 1,
      isHandKept: Number(handKept) === 1,
      version: version ?? 0,
      isFromPaper: enteredFor !== null,
    };
  }
}
