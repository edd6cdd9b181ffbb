import { Injectable } from '@nestjs/common';
import { Config } from '../config/config';
import type { Tx } from '../database/transaction';
import { sql } from '../database/sql';
import { confirmingSeats } from '../domain/ballot/veto-rules';
import type { SeatFunction } from '../domain/rubric/panel-kind';
import type { VetoGround } from '../domain/rubric/rubric-content';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { Links } from '../links/links.service';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { lastHandover } from '../rounds/seat-voters.queries';
import { wordsFor, type Words } from '../words/words';
import type { BallotRoom, RoomItem } from './ballot-room';
import { isKeptFrom } from './own-interest';
import type { Veto } from './veto.entity';
import { vetoRaisedMail, vetoSettledMail } from './veto.mail';
import type { VetoRead } from './veto-standing';

interface Raised {
  readonly veto: Veto;
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly ground: VetoGround;
}

/** Tells of vetoes whom they concern and nobody else: who settles them, the secretariat, and who raised them. */
@Injectable()
export class VetoMails {
  constructor(
    private readonly config: Config,
    private readonly people: PeopleQueries,
    private readonly links: Links,
    private readonly outbox: Outbox,
    private readonly interests: LeadInterestsQueries,
  ) {}

  /**
   * To each confirming seat with a voting link of its own, to the secretariat, and to a body that settles; to nobody
   * with an interest in the lead.
   */
  async tellOfRaised(tx: Tx, raised: Raised): Promise<void> {
    const { veto, ground } = raised;
    const { by } = ground.confirmedBy;
    const office = await this.people.withRole('secretariat', tx);
    const body = by === 'leadingGroup' ? await this.people.withRole('leadingGroup', tx) : [];
    const kept = await this.interests.keptAway(tx, raised.item.leadId);
    const leaders = body.filter(({ id }) => !kept.has(id));
    const asked = new Set((by === 'secretariat' ? office : leaders).map(({ id }) => id));
    for (const seat of await this.confirmers(tx, veto, ground)) {
      const person = await this.people.byId(seat.voterId, tx);
      if (person === null || person.disabledAt !== null) continue;
      const url = this.links.voteUrl(await this.voteToken(tx, veto, seat));
      await this.send(tx, raised, person, { isAsked: true, url });
    }
    for (const person of new Map([...office, ...leaders].map((one) => [one.id, one])).values()) {
      if (person.id === veto.raisedBy) continue;
      await this.send(tx, raised, person, { isAsked: asked.has(person.id), url: this.pageOf(veto.id) });
    }
  }

  /** To whoever raised it and to the secretariat, but not to whoever has just acted. */
  async tellOfSettled(tx: Tx, veto: VetoRead, actedBy: string): Promise<void> {
    const raiser = await this.people.byId(veto.raisedBy, tx);
    const office = await this.people.withRole('secretariat', tx);
    const url = this.pageOf(veto.id);
    for (const person of office.filter(({ id }) => id !== actedBy && id !== veto.raisedBy)) {
      const facts = { person, veto, isRaiser: false, url };
      await this.outbox.enqueue(tx, vetoSettledMail(facts, this.wordsOf(person)));
    }
    if (raiser === null || raiser.id === actedBy || raiser.disabledAt !== null) return;
    const facts = { person: raiser, veto, isRaiser: true, url: null };
    await this.outbox.enqueue(tx, vetoSettledMail(facts, this.wordsOf(raiser)));
  }

  private async send(
    tx: Tx,
    { veto, room, item }: Raised,
    person: PersonCard,
    given: { isAsked: boolean; url: string },
  ): Promise<void> {
    const facts = { ...given, person, roundId: veto.roundId, roundNumber: room.roundNumber };
    const { position } = item;
    const { deadlineAt } = room;
    await this.outbox.enqueue(tx, vetoRaisedMail({ ...facts, position, deadlineAt }, this.wordsOf(person)));
  }

  private async confirmers(
    tx: Tx,
    { roundId, itemId, roundSeatId }: Veto,
    ground: VetoGround,
  ): Promise<{ seatId: string; voterId: string }[]> {
    const roll = await tx.rows<{
      seatId: string;
      function: SeatFunction | null;
      voterId: string;
      turnout: string | null;
    }>(
      sql`select round_seat.id as "seatId", round_seat.function as "function",
            coalesce(handed.to_id, round_seat.holder_id) as "voterId",
            case when ${isKeptFrom(sql`coalesce(handed.to_id, round_seat.holder_id)`)} then 'recused'
              else turnout.state end as turnout
          from round_seat ${lastHandover} join round_item item on item.id = ${itemId}
            join lead on lead.id = item.lead_id
            left join turnout on turnout.round_seat_id = round_seat.id and turnout.item_id = item.id
          where round_seat.round_id = ${roundId} order by round_seat.position`,
    );
    const recused = new Set(
      roll.filter(({ turnout }) => turnout === null || turnout === 'recused').map(({ seatId }) => seatId),
    );
    const ids = new Set(confirmingSeats(ground, roll, recused, roundSeatId));
    return roll.filter(({ seatId }) => ids.has(seatId));
  }

  /** The token of an earlier link is stored nowhere, so this mail brings a further one; earlier ones go on working. */
  private async voteToken(
    tx: Tx,
    { roundId }: Veto,
    { seatId, voterId }: { seatId: string; voterId: string },
  ): Promise<string> {
    const order = {
      purpose: 'ballot',
      personId: voterId,
      roundId,
      roundSeatId: seatId,
      expiresAt: null,
    } as const;
    return (await this.links.issue(tx, order)).token;
  }

  private pageOf(id: string): string {
    return `${this.config.BASE_URL}/vetoes/${id}`;
  }

  private wordsOf({ locale }: PersonCard): Words {
    return wordsFor(locale ?? this.config.LOCALE);
  }
}
