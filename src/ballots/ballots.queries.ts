import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { BallotViewer } from '../domain/access/viewer';
import type { BallotContent, Vote } from '../domain/ballot/ballot';
import type { ComputedChoice } from '../domain/ballot/computed-choice';
import type { PanelKind } from '../domain/rubric/panel-kind';
import type { Instant } from '../domain/shared/instant';
import type { BallotVersion } from './ballot.entity';
import type { OwnBallot } from './ballot-item';
import { storedForm } from './ballot.form';

/** A ballot that counts, as the tally and the results page read it. Only for a round that no longer takes ballots. */
export interface CountedVersion {
  readonly id: string;
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly seatKind: PanelKind;
  readonly version: number;
  readonly vote: Vote;
  readonly scores: Readonly<Record<string, number>>;
  readonly na: readonly string[];
  readonly reasons: Readonly<Record<string, string>>;
  /** Where scores follow from the form: what the seat said to it. */
  readonly computed?: Readonly<Record<string, ComputedChoice>>;
  readonly comment: string;
  readonly note: string;
  readonly castAt: Instant;
}

/** The part of it that is counted: no word anybody wrote. */
export type CountedMarks = Pick<CountedVersion, 'itemId' | 'roundSeatId' | 'vote' | 'scores' | 'na'>;

/** A seat that takes no part in one item: the lead's scout from the start, or by its own word. */
export interface CountedRecusal {
  readonly itemId: string;
  readonly roundSeatId: string;
  readonly seatKind: PanelKind;
}

export interface TallyBallots {
  readonly ballots: readonly CountedVersion[];
  readonly recusals: readonly CountedRecusal[];
}

type ContentRow = Pick<BallotVersion, 'vote' | 'scores' | 'na' | 'reasons' | 'computed' | 'comment' | 'note'>;
type MarkTexts = Pick<BallotVersion, 'scores' | 'na'>;
type OwnRow = { [Key in keyof ContentRow]: ContentRow[Key] | null } & {
  version: number | null;
  castAt: Instant | null;
  receiptCode: string | null;
  draft: string | null;
  savedAt: Instant | null;
  savedBy: string | null;
};

/** Reads ballots. There is no way here to read another seat's ballot of an open round. */
@Injectable()
export class BallotsQueries {
  constructor(private readonly reader: Reader) {}

  /** The ballot and draft of the seat itself. */
  async own(
    { roundSeatId, roundId }: Pick<BallotViewer, 'roundSeatId' | 'roundId'>,
    itemId: string,
    source: Source = this.reader,
  ): Promise<OwnBallot> {
    const row = await source.one<OwnRow>(
      sql`select ballot_version.vote, ballot_version.scores, ballot_version.na, ballot_version.reasons,
            ballot_version.computed, ballot_version.comment, ballot_version.note, ballot_version.version,
            ballot_version.cast_at as "castAt", ballot_version.receipt_code as "receiptCode",
            ballot_draft.content as draft, ballot_draft.saved_at as "savedAt",
            ballot_draft.saved_by as "savedBy"
          from round_item item
            left join current_ballot on current_ballot.item_id = item.id
              and current_ballot.round_seat_id = ${roundSeatId}
            left join ballot_version on ballot_version.id = current_ballot.ballot_version_id
              and ballot_version.kind = 'cast'
            left join ballot_draft on ballot_draft.item_id = item.id and ballot_draft.round_seat_id = ${roundSeatId}
          where item.id = ${itemId} and item.round_id = ${roundId}`,
    );
    if (!row) return { current: null, draft: null };
    const { version, castAt, receiptCode, draft, savedAt, savedBy } = row;
    return {
      current:
        version === null || castAt === null || receiptCode === null
          ? null
          : { content: contentOf(row as ContentRow), version, castAt, receiptCode },
      draft: draft === null || savedAt === null ? null : { form: storedForm(draft), savedAt, savedBy },
    };
  }

  /**
   * What the tally counts: for each seat and item the version that stands, and who is recused. Two statements
   * whatever the number of ballots. For the closing of a round, inside its unit of work, and for closed rounds; the
   * caller has made sure that the round takes no more ballots.
   */
  async forTally(source: Source, roundId: string): Promise<TallyBallots> {
    const rows = await source.rows<ContentRow & Omit<CountedVersion, keyof ContentRow>>(
      sql`select ballot_version.id, ballot_version.item_id as "itemId",
            ballot_version.round_seat_id as "roundSeatId", round_seat.kind as "seatKind", ballot_version.version,
            ballot_version.vote, ballot_version.scores, ballot_version.na, ballot_version.reasons,
            ballot_version.computed, ballot_version.comment, ballot_version.note, ballot_version.cast_at as "castAt"
          from current_ballot
            join ballot_version on ballot_version.id = current_ballot.ballot_version_id
            join round_seat on round_seat.id = current_ballot.round_seat_id
          where current_ballot.round_id = ${roundId} and ballot_version.kind = 'cast'
          order by current_ballot.item_id, round_seat.position`,
    );
    const recusals = await source.rows<CountedRecusal>(
      sql`select turnout.item_id as "itemId", turnout.round_seat_id as "roundSeatId", round_seat.kind as "seatKind"
          from turnout join round_seat on round_seat.id = turnout.round_seat_id
          where turnout.round_id = ${roundId} and turnout.state = 'recused'
          order by turnout.item_id, round_seat.position`,
    );
    return {
      ballots: rows.map(({ computed, ...row }) => ({
        ...row,
        ...contentOf({ ...row, computed }),
        vote: row.vote as Vote,
      })),
      recusals,
    };
  }

  /**
   * The marks and votes of several rounds, without a word that anybody wrote, in two statements. The caller has made
   * sure that none of them takes ballots any more.
   */
  async marks(
    roundIds: readonly string[],
    source: Source = this.reader,
  ): Promise<{ ballots: CountedMarks[]; recusals: CountedRecusal[] }> {
    const these = sql.list(roundIds);
    const rows = await source.rows<Pick<CountedVersion, 'itemId' | 'roundSeatId' | 'vote'> & MarkTexts>(
      sql`select ballot_version.item_id as "itemId", ballot_version.round_seat_id as "roundSeatId",
            ballot_version.vote, ballot_version.scores, ballot_version.na
          from current_ballot join ballot_version on ballot_version.id = current_ballot.ballot_version_id
          where current_ballot.round_id in ${these} and ballot_version.kind = 'cast'`,
    );
    const recusals = await source.rows<CountedRecusal>(
      sql`select turnout.item_id as "itemId", turnout.round_seat_id as "roundSeatId", round_seat.kind as "seatKind"
          from turnout join round_seat on round_seat.id = turnout.round_seat_id
          where turnout.round_id in ${these} and turnout.state = 'recused'`,
    );
    return {
      ballots: rows.map(({ scores, na, ...row }) => ({
        ...row,
        scores: JSON.parse(scores) as Record<string, number>,
        na: JSON.parse(na) as string[],
      })),
      recusals,
    };
  }
}

function contentOf(row: ContentRow): BallotContent {
  return {
    scores: JSON.parse(row.scores) as Record<string, number>,
    na: JSON.parse(row.na) as string[],
    reasons: JSON.parse(row.reasons) as Record<string, string>,
    ...(row.computed === null
      ? {}
      : { computed: JSON.parse(row.computed) as Record<string, ComputedChoice> }),
    vote: row.vote,
    comment: row.comment,
    note: row.note,
  };
}
