import { Injectable } from '@nestjs/common';
import { AccessLog } from '../access-log/access-log';
import { Clock } from '../clock/clock';
import { Randomness } from '../clock/randomness';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { Refused, type Refusal } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { QuestionsQueries } from '../questions/questions.queries';
import type { Words } from '../words/words';
import type { TypedForm } from './ballot.form';
import type { ItemRead } from './ballot-item';
import { ballotItemView, type SentBack } from './ballot-item.views';
import { BallotItemsQueries } from './ballot-items.queries';
import { ballotListView } from './ballot-list.views';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { itemPath } from './ballot-room';
import { isAsked } from './declaration.views';
import { askView } from './panel-questions.views';
import { recusalView, recusedView } from './recusal.views';
import { RubricShelf } from './rubric-shelf';
import { tooLateView, type TypedLine } from './too-late.views';
import { VetoesQueries } from './vetoes.queries';

/** The panelist's pages as answers. What has come too late is told on a page that keeps every typed word. */
@Injectable()
export class BallotPages {
  constructor(
    private readonly items: BallotItemsQueries,
    private readonly rooms: BallotRoomsQueries,
    private readonly rubrics: RubricShelf,
    private readonly vetoes: VetoesQueries,
    private readonly asked: QuestionsQueries,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly accesses: AccessLog,
  ) {}

  async list(seat: BallotViewer, words: Words): Promise<PageAnswer> {
    const room = await this.items.openRoom(seat);
    const given = { titles: await this.items.titles(room), vetoes: await this.vetoes.ofSeat(seat) };
    return page('ballots/list', ballotListView(room, given, this.clock.now(), words));
  }

  /** The page of an item; with `sent`, the same page again with what was typed and what is wrong (422). */
  async item(
    seat: BallotViewer,
    itemId: string,
    words: Words,
    sent: SentBack | null = null,
  ): Promise<PageAnswer> {
    const seen = await this.items.item(seat, itemId);
    const now = this.clock.now();
    if (seen.recused) return page('ballots/recused', recusedView(seen.room, seen.item, now, words));
    const vetoes = (await this.vetoes.ofSeat(seat)).filter(({ veto }) => veto.itemId === itemId);
    const before = await this.items.sinceJudged(seen.read.room, seen.read.item, words);
    const gate = await this.items.gate(seen.read, words);
    const questions = await this.asked.ofPanel(seat.roundId, seen.read.item.leadId);
    this.noteLook(seat, seen.read);
    const at = { now, words, key: this.newKey(), linkId: seat.linkId, vetoes, before, gate, questions };
    return page('ballots/item', ballotItemView(seen.read, sent, at), { status: sent ? 422 : 200 });
  }

  /** The page before a recusal; with problems, again with the reason as it was typed. */
  async recusal(
    seat: BallotViewer,
    itemId: string,
    words: Words,
    sent: { reason: string; problems: readonly FieldProblem[] } = { reason: '', problems: [] },
  ): Promise<PageAnswer> {
    const seen = await this.items.item(seat, itemId);
    const now = this.clock.now();
    if (seen.recused) return page('ballots/recused', recusedView(seen.room, seen.item, now, words));
    const { room, item, content } = seen.read;
    const title = content.title ?? item.leadNumber;
    const model = recusalView({ room, item, title, ...sent, key: this.newKey(), now }, words);
    return page('ballots/recusal', model, { status: sent.problems.length > 0 ? 422 : 200 });
  }

  /** What a seat asks of an item; with `sent`, again with what was typed and what is wrong with it. */
  async questions(
    seat: BallotViewer,
    itemId: string,
    words: Words,
    sent: { typed: string; refusal: Refusal } | null = null,
  ): Promise<PageAnswer | SeeOther> {
    const seen = await this.items.item(seat, itemId);
    const now = this.clock.now();
    if (seen.recused) return page('ballots/recused', recusedView(seen.room, seen.item, now, words));
    const { room, item, content } = seen.read;
    if (isAsked(item)) return seeOther(itemPath(item));
    const own = await this.asked.ofSeat(itemId, seat.roundSeatId, seat.personId);
    const given = { typed: sent?.typed ?? '', refusal: sent?.refusal ?? null, key: this.newKey(), now };
    const model = askView({ room, item, title: content.title ?? item.leadNumber, own, ...given }, words);
    return page('ballots/questions', model, { status: sent ? 422 : 200 });
  }

  /** Runs an act of the seat; where it is refused because it is too late, the answer shows what was typed. */
  async orTooLate<Answer extends PageAnswer | SeeOther>(
    seat: BallotViewer,
    words: Words,
    act: () => Promise<Answer>,
    sent: { typed: TypedForm | null; back: string | null; lines?: readonly TypedLine[] } = {
      typed: null,
      back: null,
    },
  ): Promise<Answer | PageAnswer> {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof Refused) || (error.status !== 409 && error.status !== 410)) throw error;
      const room = await this.rooms.room(seat);
      const rubric = room && sent.typed ? await this.rubrics.version(room.rubricVersionId) : null;
      const back = room?.state === 'open' ? sent.back : null;
      const model = tooLateView(error, sent.typed, { room, rubric, back, lines: sent.lines ?? [] }, words);
      return page('ballots/too-late', model, { status: error.status });
    }
  }

  /** Who reads a restricted lead through a voting link. */
  private noteLook({ personId }: BallotViewer, { item, content }: ItemRead): void {
    if (content.sensitivity !== 'restricted') return;
    const subject = { type: 'lead', id: item.leadId };
    this.accesses.note({ kind: 'restrictedView', by: { personId }, subject, detail: item.leadNumber });
  }

  /** What tells one page from another, so that one press counts once. */
  newKey(): string {
    return this.randomness.bytes(16).toString('base64url');
  }
}
