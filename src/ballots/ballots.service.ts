import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { Refused, refuse } from '../domain/shared/refusal';
import { RoundsService } from '../rounds/rounds.service';
import { ballotIn, draftProblems, isBlank, type TypedForm } from './ballot.form';
import { hasDeclared, isKeptFrom } from './own-interest';
import { BallotBox, type Taken } from './ballot-box';
import { BallotJudge } from './ballot-judge';
import { nextOpenItem, type RoomItem } from './ballot-room';
import { BallotRoomsQueries } from './ballot-rooms.queries';

/** A form sent from the ballot page. */
export interface SentBallot {
  readonly itemId: string;
  readonly typed: TypedForm;
  readonly key: string | null;
  readonly device: string;
}

/** Recorded, with the item to go to next (null when every item has its ballot); or what is to be put right. */
export type CastResult =
  | { readonly taken: Taken; readonly next: RoomItem | null; readonly problems?: undefined }
  | { readonly taken?: undefined; readonly problems: readonly FieldProblem[] };

/** What the holder of a seat does with a ballot: keep a draft, cast it, cast it anew. */
@Injectable()
export class BallotsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly rooms: BallotRoomsQueries,
    private readonly judge: BallotJudge,
    private readonly rounds: RoundsService,
    private readonly box: BallotBox,
    private readonly clock: Clock,
  ) {}

  /**
   * Casts a ballot, or a new version of it. Nothing is written when something is to be put right.
   * @throws Refused 404 for an item of another round, 409 or 410 when no ballot is taken any more
   */
  async cast(seat: BallotViewer, { itemId, typed, key, device }: SentBallot): Promise<CastResult> {
    const room = await this.rooms.room(seat);
    if (!room?.items.some(({ id }) => id === itemId)) throw new Refused(refuse('notFound'), 404);
    const { ballot, problems } = await this.judge.judged(room, itemId, ballotIn(typed));
    if (problems.length > 0) return { problems };
    const taken = await this.box.put(seat, { itemId, kind: 'cast', content: ballot, key, device });
    return { taken, next: nextOpenItem(room.items, itemId) };
  }

  /**
   * Keeps what was typed as it was typed, right or wrong; an empty form takes the draft away.
   * @returns what is too long to be kept; empty when it was kept
   */
  async saveDraft(seat: BallotViewer, itemId: string, typed: TypedForm): Promise<readonly FieldProblem[]> {
    if (!/^[0-9a-z]{26}$/.test(itemId)) throw new Refused(refuse('notFound'), 404);
    const problems = draftProblems(typed);
    if (problems.length > 0) return problems;
    await this.work.run(async (tx) => {
      await this.rounds.lockForVote(tx, seat.roundId);
      await this.refuseForeignItem(tx, seat, itemId);
      await (isBlank(typed) ? this.dropDraft(tx, seat, itemId) : this.keepDraft(tx, seat, itemId, typed));
    });
    return [];
  }

  private async refuseForeignItem(tx: Tx, seat: BallotViewer, itemId: string): Promise<void> {
    const item = await tx.one<{ turnout: string; revokedAt: string | null }>(
      sql`select case when ${isKeptFrom(seat.personId)} then 'recused' else turnout.state end as turnout,
            mailed_link.revoked_at as "revokedAt"
          from round_item item join lead on lead.id = item.lead_id
            join mailed_link on mailed_link.id = ${seat.linkId}
            join round_seat on round_seat.id = ${seat.roundSeatId} and round_seat.round_id = item.round_id
            join turnout on turnout.item_id = item.id and turnout.round_seat_id = round_seat.id
          where item.id = ${itemId} and item.round_id = ${seat.roundId}`,
    );
    if (!item) throw new Refused(refuse('notFound'), 404);
    if (item.revokedAt !== null) throw new Refused(refuse('ballotLinkReplaced'), 410);
    if (item.turnout === 'recused') throw new Refused(refuse('ballotRecused'), 409);
  }

  private keepDraft(
    tx: Tx,
    { roundSeatId, personId }: BallotViewer,
    itemId: string,
    typed: TypedForm,
  ): Promise<number> {
    return tx.run(
      sql`insert into ballot_draft (item_id, round_seat_id, content, saved_at, saved_by)
          values (${itemId}, ${roundSeatId}, ${JSON.stringify(typed)}, ${this.clock.now()}, ${personId})
          on conflict (item_id, round_seat_id) do update set content = excluded.content,
            saved_at = excluded.saved_at, saved_by = excluded.saved_by`,
    );
  }

  /** An empty form from whoever has not been shown the other's draft yet does not take that one away. */
  private dropDraft(tx: Tx, { roundSeatId, personId }: BallotViewer, itemId: string): Promise<number> {
    return tx.run(
      sql`delete from ballot_draft where item_id = ${itemId} and round_seat_id = ${roundSeatId}
          and (saved_by = ${personId} or exists (select 1 from round_item item where item.id = ${itemId}
            and ${hasDeclared(roundSeatId, personId)} = 1))`,
    );
  }
}
