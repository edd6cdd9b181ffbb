import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { holds, type Viewer } from '../domain/access/viewer';
import { mayName, mayRecuse } from '../domain/panel/chair';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { ChairRecusal, ChairStandIn, sealOfChairRecusal, sealOfStandIn } from './chair.entity';
import { ChairsQueries, type ItemChair } from './chairs.queries';
import { presidingMail } from './presiding.mail';

/** Whom it is about, and why. */
export interface ChairActGiven {
  readonly personId: string;
  readonly reason: string;
}

interface Place {
  readonly round: { readonly id: string; readonly number: string; readonly panelId: string };
  readonly chair: ItemChair;
  readonly isOver: boolean;
  readonly isVoting: boolean;
}

/** Who does not preside over an item, and who does in their place. */
@Injectable()
export class ChairsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly chairs: ChairsQueries,
  ) {}

  /**
   * Notes that the chair, the deputy or whoever was named has an interest in an item: said by themselves, or entered
   * by the secretariat. They see nothing of it any more; the next in the line presides and is told.
   * @throws Refused 404, also for somebody of the leading group who speaks for another; 422 what `mayRecuse` says
   */
  recuse(viewer: Viewer, roundId: string, itemId: string, given: ChairActGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const place = await this.place(tx, roundId, itemId);
      if (given.personId !== viewer.personId && !holds(viewer, 'secretariat'))
        throw new Refused(refuse('notFound'), 404);
      const { chair, isOver, isVoting } = place;
      const votes = isVoting && (await this.votes(tx, roundId, given.personId));
      insist(mayRecuse({ ...given, line: chair.line, isOver, votes }), 422);
      const person = chair.line.find(({ personId }) => personId === given.personId);
      if (person === undefined) throw new Refused(refuse('chairNotInLine'), 422);
      const actor = actorOf(viewer);
      const row: ChairRecusal = {
        id: this.ids.next(),
        roundId,
        itemId,
        leadId: chair.leadId,
        personId: person.personId,
        personName: person.name.slice(0, 40),
        post: person.post,
        reason: given.reason.trim(),
        notedAt: this.clock.now(),
        notedBy: viewer.personId,
        notedLabel: actor.label.slice(0, 200),
      };
      await tx.insert(ChairRecusal, row);
      await this.tellNext(tx, place);
      const facts = {
        round: place.round.number,
        item: chair.position,
        person: person.name,
        post: person.post,
      };
      const content = sealOfChairRecusal(row);
      await this.ledger.seal(tx, 'chairRecusal', row.id, content, { kind: 'chair.recused', actor, facts });
    });
  }

  /**
   * Names somebody of the leading group to preside over an item, where none of those appointed is left.
   * @throws Refused 404; 422 what `mayName` says
   */
  name(viewer: Viewer, roundId: string, itemId: string, given: ChairActGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const place = await this.place(tx, roundId, itemId);
      const { chair, isOver } = place;
      const candidates = await this.candidates(tx, chair);
      const person = candidates.find(({ id }) => id === given.personId);
      insist(mayName({ ...given, line: chair.line, isOver, mayPreside: person !== undefined }), 422);
      if (person === undefined) throw new Refused(refuse('chairCannotBeNamed'), 422);
      const actor = actorOf(viewer);
      const row: ChairStandIn = {
        id: this.ids.next(),
        roundId,
        itemId,
        position: chair.line.filter(({ post }) => post === 'standIn').length + 1,
        personId: person.id,
        personName: person.name.slice(0, 40),
        reason: given.reason.trim(),
        namedAt: this.clock.now(),
        namedBy: viewer.personId,
        namedLabel: actor.label.slice(0, 200),
      };
      await tx.insert(ChairStandIn, row);
      await this.tellNext(tx, place);
      const facts = { round: place.round.number, item: chair.position, person: person.name };
      await this.ledger.seal(tx, 'chairStandIn', row.id, sealOfStandIn(row), {
        kind: 'chair.standInNamed',
        actor,
        facts,
      });
    });
  }

  /** Who could be named for an item: the leading group without those of the line and without an interest in it. */
  async candidates(source: Tx, { leadId, line, itemId }: ItemChair) {
    const kept = await this.interests.keptAway(source, leadId);
    const reported = await source.rows<{ id: string }>(
      sql`select scout_id as id from lead where id = ${leadId}
          union select person_id from lead_interest where item_id = ${itemId} and standing = 'confirmed'`,
    );
    const out = new Set([...kept, ...reported.map(({ id }) => id), ...line.map(({ personId }) => personId)]);
    return (await this.people.withRole('leadingGroup', source)).filter(({ id }) => !out.has(id));
  }

  /** The round held, so that two acts on one item come one after the other. @throws Refused 404 */
  private async place(tx: Tx, roundId: string, itemId: string): Promise<Place> {
    const known = /^[0-9a-z]{26}$/.test(roundId) && /^[0-9a-z]{26}$/.test(itemId);
    const round = known
      ? await tx.one<{ id: string; number: string; panelId: string; state: string }>(
          sql`select id, number, panel_id as "panelId", state from round where id = ${roundId}${tx.forUpdate}`,
        )
      : null;
    const chair = round && (await this.chairs.ofItem(round, itemId, tx));
    if (!round || !chair) throw new Refused(refuse('notFound'), 404);
    const lead = await tx.one<{ state: string }>(sql`select state from lead where id = ${chair.leadId}`);
    const isVoting = round.state === 'open';
    const isCounted = round.state === 'locked' || round.state === 'closed';
    const isConsulted = round.state === 'announced' && lead?.state === 'consulting';
    return { round, chair, isVoting, isOver: !isVoting && !isCounted && !isConsulted };
  }

  private async votes(tx: Tx, roundId: string, personId: string): Promise<boolean> {
    const seat = await tx.one(
      sql`select round_seat.id from round_seat left join seat_handover handed
            on handed.round_seat_id = round_seat.id and not exists (select 1 from seat_handover later
              where later.round_seat_id = handed.round_seat_id and later.position > handed.position)
          where round_seat.round_id = ${roundId}
            and coalesce(handed.to_id, round_seat.holder_id) = ${personId} limit 1`,
    );
    return seat !== null;
  }

  /** Whoever presides now and did not before is told, with nothing of the lead. */
  private async tellNext(tx: Tx, { round, chair }: Place): Promise<void> {
    const now = await this.chairs.ofItem(round, chair.itemId, tx);
    const next = now?.presiding ?? null;
    if (next === null || next.personId === chair.presiding?.personId) return;
    const person = await this.people.byId(next.personId, tx);
    if (person === null) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/rounds/${round.id}/results`;
    const facts = { person, roundId: round.id, roundNumber: round.number, position: chair.position, url };
    await this.outbox.enqueue(tx, presidingMail({ ...facts, post: next.post }, words));
  }
}
