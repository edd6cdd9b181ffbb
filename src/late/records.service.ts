import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { recordFault, recordRefusal } from '../domain/promise/records';
import { beijingDay } from '../domain/shared/instant';
import { insist } from '../domain/shared/refusal';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { PromiseRecord, sealOfRecord, type RecordKind } from './record.entity';
import { scoutAnsweredMail } from './scout-answered.mail';

/** A record as its form sends it. */
export interface RecordSent {
  readonly kind: RecordKind;
  readonly onDay: string;
  readonly note: string;
  readonly sentKey: string;
}

/** Writes down what keeps a promise: a first word, an answer, a follow-up with the investor. */
@Injectable()
export class PromiseRecords {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly access: LeadAccessQueries,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
  ) {}

  /**
   * What is said to the scout goes to them by mail in the same unit of work. The same form twice is one record.
   * @throws Refused 404 for who may not see the lead; 409 'notYourLead', 'notYourRole', 'recordNotNow'; 422 what
   * `recordFault` says
   */
  add(viewer: Viewer, leadId: string, sent: RecordSent): Promise<void> {
    return this.work.run(async (tx) => {
      const { lead } = await this.access.see(viewer, leadId, tx);
      const known = sql`where lead_id = ${leadId} and sent_key = ${sent.sentKey}`;
      if ((await tx.findOne(PromiseRecord, known)) !== null) return;
      insist(recordRefusal(viewer, lead, sent));
      const now = this.clock.now();
      // What is said to the scout is said now.
      const onDay = sent.kind === 'followUp' ? sent.onDay : beijingDay(now);
      insist(recordFault({ ...sent, onDay }, now), 422);
      const actor = actorOf(viewer);
      const row: PromiseRecord = {
        id: this.ids.next(),
        leadId,
        kind: sent.kind,
        onDay,
        note: sent.note.trim(),
        byId: viewer.personId,
        byLabel: actor.label.slice(0, 140),
        at: now,
        sentKey: sent.sentKey,
      };
      await tx.insert(PromiseRecord, row);
      if (sent.kind !== 'followUp') {
        const person = await this.people.byId(lead.scoutId, tx);
        const words = wordsFor(person?.locale ?? this.config.LOCALE);
        const url = `${this.config.BASE_URL}/leads/${leadId}/promises`;
        const facts = { leadNumber: lead.number ?? '', kind: sent.kind, note: row.note, url };
        if (person !== null) await this.outbox.enqueue(tx, scoutAnsweredMail({ person, ...facts }, words));
      }
      const facts = { lead: lead.number ?? '', kind: row.kind, day: onDay };
      await this.ledger.seal(tx, 'promiseRecord', row.id, sealOfRecord(row), {
        kind: 'promise.recorded',
        actor,
        facts,
      });
    });
  }
}
