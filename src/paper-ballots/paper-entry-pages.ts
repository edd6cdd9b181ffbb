import { Injectable } from '@nestjs/common';
import { blankForm, SeatPapersQueries, type BallotRoom, type RoomItem } from '../ballots/seat-papers.queries';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Viewer } from '../domain/access/viewer';
import { checkSignedOn, mayEnter } from '../domain/ballot/paper-ballot';
import { takesBallots } from '../domain/round/deadline';
import { insist, refuse, Refused, type Refusal } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { RoundsQueries } from '../rounds/rounds.queries';
import type { Words } from '../words/words';
import { PaperBallotsQueries } from './paper-ballots.queries';
import { paperEntryView, type SentPaper } from './paper-entry.views';
import { PaperPlaces } from './paper-places';
import { paperSeatView } from './paper-seat.views';
import { paperSheetView } from './paper-sheet.views';

const nothingSent: SentPaper = { signedOn: '', declares: false, errors: {}, kept: null };

/** The pages of one seat: what is on paper, the sheets to print, the screen to enter one. */
@Injectable()
export class PaperEntryPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly seats: SeatPapersQueries,
    private readonly papers: PaperBallotsQueries,
    private readonly places: PaperPlaces,
    private readonly rounds: RoundsQueries,
  ) {}

  /** @throws Refused 404 for a seat that is not of this round */
  async room(roundId: string, seatId: string): Promise<BallotRoom> {
    const room = await this.seats.room(roundId, seatId);
    if (room === null) throw new Refused(refuse('notFound'), 404);
    return room;
  }

  async seat(roundId: string, seatId: string, words: Words): Promise<PageAnswer> {
    const room = await this.room(roundId, seatId);
    const papers = await this.papers.ofSeat(seatId);
    const counted = await this.papers.counted(this.reader, roundId);
    const fromPaper = new Set(
      counted.filter(({ roundSeatId }) => roundSeatId === seatId).map(({ itemId }) => itemId),
    );
    const read = { room, papers, fromPaper, titles: await this.seats.titles(room), refusal: this.over(room) };
    return page('paper-ballots/seat', paperSeatView(read, words));
  }

  /** The sheets of every item that the seat still has to judge. @throws Refused 409 once nothing is taken any more */
  async sheets(roundId: string, seatId: string, words: Words): Promise<PageAnswer> {
    const room = await this.room(roundId, seatId);
    insist(this.over(room));
    const titles = await this.seats.titles(room);
    const waiting = room.items.filter(({ standing }) => standing === 'none' || standing === 'draft');
    const forms = await this.seats.forms(room, waiting, { typed: blankForm, problems: [] }, words);
    const items = waiting.flatMap((item, at) => {
      const form = forms[at];
      return form ? [{ item, form, title: titles.get(item.leadRevisionId) ?? '' }] : [];
    });
    return page('paper-ballots/sheet', paperSheetView({ room, items }, words));
  }

  /**
   * The screen to enter a sheet; with `sent`, again with what was typed and what is wrong (422).
   * @throws Refused 404 for an item the seat does not judge; 409 where nothing may be entered
   */
  async entry(
    viewer: Viewer,
    at: { readonly roundId: string; readonly roundSeatId: string; readonly itemId: string },
    words: Words,
    sent: {
      readonly form: Parameters<SeatPapersQueries['form']>[2];
      readonly paper: SentPaper;
    } | null = null,
  ): Promise<PageAnswer> {
    const { room, item } = await this.placed(viewer, at);
    const written = sent?.form ?? { typed: blankForm, problems: [] };
    const form = await this.seats.form(room, item, written, words);
    const title = (await this.seats.titles(room)).get(item.leadRevisionId) ?? '';
    const model = paperEntryView({ room, item, title, form, sent: sent?.paper ?? nothingSent }, words);
    return page('paper-ballots/entry', model, { status: sent === null ? 200 : 422 });
  }

  /** The room and item of a paper that this person may enter now. @throws Refused 404, 409 */
  async placed(
    viewer: Viewer,
    at: { readonly roundId: string; readonly roundSeatId: string; readonly itemId: string },
  ): Promise<{ room: BallotRoom; item: RoomItem }> {
    const room = await this.room(at.roundId, at.roundSeatId);
    const item = room.items.find(({ id }) => id === at.itemId);
    if (!item) throw new Refused(refuse('notFound'), 404);
    const { place, hand } = await this.places.of(this.reader, viewer, room, at);
    insist(mayEnter(hand, place));
    return { room, item };
  }

  /** What is wrong with the day of the signature, beside everything else that is wrong with the sheet. */
  async dayRefusal(roundId: string, signedOn: string): Promise<Refusal | null> {
    const round = await this.rounds.round(this.reader, roundId);
    const openedAt = round?.openedAt ?? round?.createdAt ?? '';
    return round && checkSignedOn(signedOn, { openedAt, now: this.clock.now() });
  }

  private over({ state, deadlineAt }: BallotRoom): Refusal | null {
    return state === 'open' && takesBallots(this.clock.now(), deadlineAt) ? null : refuse('paperTooLate');
  }
}
