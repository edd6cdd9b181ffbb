import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { inPost, otherPost } from '../domain/round/seat-voter';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { LeadsQueries } from '../leads/leads.queries';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { RoundsQueries } from './rounds.queries';
import { handoverView, type HandoverPageRead, type SentHandover } from './seat-handover.views';
import { SeatVotersQueries, votersOf } from './seat-voters.queries';

/** The page of a hand-over, and again when its form has to be corrected. */
@Injectable()
export class SeatHandoverPages {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly rounds: RoundsQueries,
    private readonly leads: LeadsQueries,
    private readonly people: PeopleQueries,
    private readonly voters: SeatVotersQueries,
  ) {}

  /** @throws Refused 404 for a seat that is not of this round */
  async show(
    id: string,
    seatId: string,
    words: Words,
    sent: SentHandover | null = null,
  ): Promise<PageAnswer> {
    const read = await this.read(id, seatId);
    if (read === null) throw new Refused(refuse('notFound'), 404);
    return page('rounds/handover', handoverView(read, sent, words), { status: sent === null ? 200 : 422 });
  }

  private async read(id: string, seatId: string): Promise<HandoverPageRead | null> {
    const round = await this.rounds.round(this.reader, id);
    const roll = round && (await this.rounds.roll(this.reader, id));
    const seat = roll?.find((one) => one.id === seatId);
    if (!round || !roll || !seat) return null;
    const handovers = await this.voters.handovers(this.reader, id);
    const voters = votersOf(roll, handovers);
    const present = voters.get(seatId);
    if (!present) return null;
    const next = inPost(seat, otherPost(present.post));
    const person = next && (await this.people.byId(next.personId));
    const other = roll.find((one) => one.id !== seatId && voters.get(one.id)?.personId === next?.personId);
    const items = await this.rounds.items(this.reader, id);
    const cards = await this.leads.cards(
      this.reader,
      items.map(({ leadId }) => leadId),
    );
    const turnout = (await this.rounds.turnout(this.reader, id)).filter((one) => one.roundSeatId === seatId);
    const own = items.filter(
      (item) =>
        cards.get(item.leadId)?.scoutId === next?.personId &&
        turnout.some(({ itemId }) => itemId === item.id),
    );
    const isOwn = (itemId: string): boolean => own.some((item) => item.id === itemId);
    return {
      round,
      seat,
      present,
      next,
      isInUse: person?.disabledAt === null,
      votesFor: other?.unitName ?? null,
      cast: turnout.filter(({ state }) => state === 'cast').length,
      waiting: turnout.filter(({ state, itemId }) => state === 'waiting' && !isOwn(itemId)).length,
      ownLeads: own.flatMap(({ leadId }) => cards.get(leadId)?.number ?? []),
      earlier: handovers.filter(({ roundSeatId }) => roundSeatId === seatId),
      now: this.clock.now(),
    };
  }
}
