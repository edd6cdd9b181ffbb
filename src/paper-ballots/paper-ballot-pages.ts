import { Injectable } from '@nestjs/common';
import { SeatPapersQueries } from '../ballots/seat-papers.queries';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { holds, type Viewer } from '../domain/access/viewer';
import type { BallotContent } from '../domain/ballot/ballot';
import { mayOpenScan, maySeeVote, paperMachine } from '../domain/ballot/paper-ballot';
import { takesBallots } from '../domain/round/deadline';
import { refuse, Refused } from '../domain/shared/refusal';
import { FilesService, type OpenedFile } from '../files/files.service';
import { page, type PageAnswer } from '../http/answers';
import { typedText } from '../http/forms';
import { RoundsQueries, type RoundRead } from '../rounds/rounds.queries';
import type { Words } from '../words/words';
import type { PaperBallot } from './paper-ballot.entity';
import { paperView, type PaperRead, type SentRejection } from './paper-ballot.views';
import { PaperBallotsQueries } from './paper-ballots.queries';
import { paperListView } from './paper-list.views';
import { PaperPlaces, type Placed } from './paper-places';

const size = 50;

interface Found {
  readonly paper: PaperBallot;
  readonly round: RoundRead;
  readonly placed: Placed;
  readonly seesVote: boolean;
  readonly opensScan: boolean;
}

/** The entries of a round and the page of one, as far as whoever looks may see them. */
@Injectable()
export class PaperBallotPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly rounds: RoundsQueries,
    private readonly seats: SeatPapersQueries,
    private readonly papers: PaperBallotsQueries,
    private readonly places: PaperPlaces,
    private readonly files: FilesService,
  ) {}

  async list(roundId: string, asked: Record<string, unknown>, words: Words): Promise<PageAnswer> {
    const found = await this.rounds.round(this.reader, roundId);
    if (found === null) throw new Refused(refuse('notFound'), 404);
    const number = Number(typedText(asked, 'page'));
    const at = Number.isSafeInteger(number) && number > 0 && number < 10_000 ? number : 1;
    const { rows, total } = await this.papers.ofRound(roundId, { page: at, size });
    const { id, state, deadlineAt } = found;
    const isOpen = state === 'open' && takesBallots(this.clock.now(), deadlineAt);
    const round = { id, number: found.number, deadlineAt, isOpen };
    return page('paper-ballots/list', paperListView({ round, rows, total, page: at, size }, words));
  }

  /** With `sent`, again with the reason as it was typed (422). @throws Refused 404 */
  async one(
    viewer: Viewer,
    id: string,
    words: Words,
    sent: SentRejection | null = null,
  ): Promise<PageAnswer> {
    const found = await this.found(viewer, id);
    const read = await this.read(viewer, found, words);
    return page('paper-ballots/show', paperView(read, sent, words), { status: sent === null ? 200 : 422 });
  }

  /** @throws Refused 404 for an entry that does not exist and for whoever may not see how it votes alike */
  async scan(viewer: Viewer, id: string): Promise<OpenedFile> {
    const { paper, opensScan } = await this.found(viewer, id);
    if (!opensScan) throw new Refused(refuse('notFound'), 404, { type: 'file', id: paper.scanId });
    return this.files.openOf({ type: 'paperBallot', id }, paper.scanId);
  }

  private async found(viewer: Viewer, id: string): Promise<Found> {
    const paper = await this.papers.one(this.reader, id);
    const round = paper && (await this.rounds.round(this.reader, paper.roundId));
    if (!paper || !round) throw new Refused(refuse('notFound'), 404);
    const { roundId, itemId, roundSeatId, state } = paper;
    const placed = await this.places.of(this.reader, viewer, round, { roundId, itemId, roundSeatId });
    const seesVote = holds(viewer, 'secretariat') && maySeeVote(state, placed.hand, placed.place);
    const isInspector = holds(viewer, 'inspector');
    const opensScan = mayOpenScan(state, seesVote, { isInspector, roundState: round.state });
    return { paper, round, placed, seesVote, opensScan };
  }

  private async read(viewer: Viewer, found: Found, words: Words): Promise<PaperRead> {
    const { paper, round, placed, seesVote, opensScan } = found;
    const { hand: by, place, standing } = placed;
    const room = await this.seats.room(paper.roundId, paper.roundSeatId);
    const item = room?.items.find((one) => one.id === paper.itemId);
    if (!room || !item) throw new Refused(refuse('notFound'), 404);
    const content = JSON.parse(paper.content) as BallotContent;
    const written = { typed: this.seats.shown(content), problems: [] };
    const scan = opensScan ? await this.papers.scanName(paper.scanId) : null;
    const facts = { paper, by, place };
    // Asked with a reason that would do, so that what is left is the entry's own "no".
    const isOpen = paper.state === 'entered';
    const { id, state, signedOn, reason, enteredByLabel, enteredAt, settledByLabel, settledAt } = paper;
    return {
      ...{ id, state, signedOn, reason, enteredByLabel, enteredAt, settledByLabel, settledAt },
      round: { id: round.id, number: round.number, deadlineAt: round.deadlineAt },
      position: standing.position,
      unitName: standing.unitName,
      voterName: await this.papers.nameOf(paper.voterId),
      title: (await this.seats.titles(room)).get(item.leadRevisionId) ?? '',
      scan: scan && { name: scan.name, isImage: scan.mediaType.startsWith('image/') },
      form: seesVote ? await this.seats.form(room, item, written, words) : null,
      note: seesVote ? content.note : '',
      isOwn: paper.enteredById === viewer.personId,
      // Once the vote is over, an entry that was never compared stays what it is.
      mayAct: holds(viewer, 'secretariat') && (round.state === 'open' || round.state === 'locked'),
      confirmRefusal: isOpen ? paperMachine.check('confirm', state, facts) : null,
      rejectRefusal: isOpen ? paperMachine.check('reject', state, { ...facts, reason: '-'.repeat(4) }) : null,
    };
  }
}
