import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { holds, type Viewer } from '../domain/access/viewer';
import { STANCES, type Stance } from '../domain/followup/consultation';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { Outbox } from '../mail/outbox';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { consultationCalledMail } from './consultation-called.mail';
import { Consultation, ConsultationOpinion, ConsultationParticipant } from './consultation.entity';
import { ConsultationsQueries } from './consultations.queries';
import { wholeSeal } from './results.seals';

export interface MeetingGiven {
  readonly meetsAt: Instant;
  readonly place: string;
  readonly topic: string;
  readonly personIds: readonly string[];
}

export interface OpinionGiven {
  /** The participant it is entered for; null where participants speak for themselves. */
  readonly participantId: string | null;
  readonly stance: string;
  readonly opinion: string;
}

/** Calls meetings, and keeps what was said at them. */
@Injectable()
export class ConsultationsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly queries: ConsultationsQueries,
    private readonly interests: LeadInterestsQueries,
  ) {}

  /**
   * Calls the meeting, or calls it anew: whoever was invited stays invited, all are told by mail.
   * @throws Refused 404; 409 'consultationOver'; 422 'meetingPast', 'participantUnknown'
   */
  call(viewer: Viewer, id: string, given: MeetingGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const row = await this.open(tx, viewer, id);
      if (given.meetsAt <= this.clock.now()) throw new Refused(refuse('meetingPast'), 422);
      const actor = actorOf(viewer);
      const invited = await this.invite(tx, row, given.personIds, actor);
      const changes = { meetsAt: given.meetsAt, place: given.place.trim(), topic: given.topic.trim() };
      await tx.update(Consultation, changes, sql`id = ${id}`);
      const after = { ...row, ...changes };
      await this.seal(tx, 'consultation', after, 'consultation.called', { lead: row.leadId }, actor);
      await this.tell(tx, after, invited);
    });
  }

  /**
   * Keeps an opinion: a participant's own, or what the minutes say of one, entered by the secretariat.
   * @throws Refused 404; 409 'consultationOver'; 422 'stanceUnknown', 'participantUnknown'
   */
  giveOpinion(viewer: Viewer, id: string, given: OpinionGiven): Promise<void> {
    return this.work.run(async (tx) => {
      await this.open(tx, viewer, id);
      const participants = await this.queries.participants(tx, id);
      const speaker = participants.find(({ id: participantId, personId }) =>
        given.participantId === null ? personId === viewer.personId : participantId === given.participantId,
      );
      const own = speaker?.personId === viewer.personId;
      if (speaker === undefined || !(own || holds(viewer, 'secretariat')))
        throw new Refused(refuse('participantUnknown'), 422);
      const stance = STANCES.find((known): known is Stance => known === given.stance);
      if (stance === undefined) throw new Refused(refuse('stanceUnknown'), 422);
      const actor = actorOf(viewer);
      const row: ConsultationOpinion = {
        id: this.ids.next(),
        consultationId: id,
        participantId: speaker.id,
        version: (speaker.opinions[0]?.version ?? 0) + 1,
        stance,
        opinion: given.opinion.trim(),
        byId: viewer.personId,
        byLabel: actor.label,
        at: this.clock.now(),
      };
      await tx.insert(ConsultationOpinion, row);
      await this.seal(tx, 'opinion', row, 'consultation.opinion', { consultation: id, stance }, actor);
    });
  }

  /** The consultation, locked, while something can still be done about it. @throws Refused 404, 409 */
  async open(tx: Tx, viewer: Viewer, id: string): Promise<Consultation> {
    const row = await tx.findOne(Consultation, sql`where id = ${id}${tx.forUpdate}`);
    const { leadState } = await this.queries.read(tx, viewer, id);
    if (row?.state !== 'open' || leadState !== 'consulting')
      throw new Refused(refuse('consultationOver'), 409);
    return row;
  }

  private async invite(
    tx: Tx,
    row: Consultation,
    personIds: readonly string[],
    actor: LedgerActor,
  ): Promise<PersonCard[]> {
    const present = await this.queries.participants(tx, row.id);
    const already = new Set(present.map(({ personId }) => personId));
    const kept = await this.interests.keptAway(tx, row.leadId);
    const people = await this.people.byIds([...already, ...personIds], tx);
    const wanted = [...new Set(personIds)].filter((personId) => !already.has(personId));
    for (const personId of wanted) {
      const person = people.get(personId);
      if (person === undefined || person.disabledAt !== null || kept.has(personId))
        throw new Refused(refuse('participantUnknown'), 422);
      const participant: ConsultationParticipant = {
        id: this.ids.next(),
        consultationId: row.id,
        personId,
        name: person.name,
        unitName: person.unitName,
        invitedAt: this.clock.now(),
      };
      await tx.insert(ConsultationParticipant, participant);
      const facts = { consultation: row.id };
      await this.seal(tx, 'participant', participant, 'consultation.invited', facts, actor);
    }
    return [...people.values()].filter(({ disabledAt }) => disabledAt === null);
  }

  private async tell(tx: Tx, row: Consultation, people: readonly PersonCard[]): Promise<void> {
    const lead = await tx.one<{ number: string }>(sql`select number from lead where id = ${row.leadId}`);
    for (const person of people) {
      const words = wordsFor(person.locale ?? this.config.LOCALE);
      const at = formatsFor(words).dateTimeFull(row.meetsAt ?? row.dueAt);
      const url = `${this.config.BASE_URL}/consultations/${row.id}`;
      const facts = { person, leadNumber: lead?.number ?? '', at, place: row.place ?? '', url };
      await this.outbox.enqueue(tx, consultationCalledMail(facts, words));
    }
  }

  private async seal(
    tx: Tx,
    type: 'consultation' | 'participant' | 'opinion',
    row: { readonly id: string },
    kind: string,
    facts: Readonly<Record<string, string>>,
    actor: LedgerActor,
  ): Promise<void> {
    await this.ledger.seal(tx, type, row.id, wholeSeal(row), { kind, actor, facts });
  }
}
