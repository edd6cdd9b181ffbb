import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import type { Lead } from '../leads/lead.entity';
import { LeadLaterMovesService } from '../leads/lead-later-moves.service';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import { wordsFor } from '../words/words';
import { Deferral } from './deferral.entity';
import { deferralCalledUpMail, deferralLapsedMail } from './deferral.mail';
import { programActor } from './program-actor';
import { wholeSeal } from './results.seals';

/** Leads put off: taken up again by the secretariat, or lapsed by the calendar. */
@Injectable()
export class DeferralsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly outbox: Outbox,
    private readonly leads: LeadLaterMovesService,
  ) {}

  /**
   * Takes a deferred lead up again: it waits for the next round, its scout is told.
   * @throws Refused 404 without a running deferral; 409 'deferralOver' from the day it lapses; 422 'reasonMissing'
   */
  callUp(viewer: Viewer, leadId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      const row = await this.running(tx, leadId);
      const at = this.clock.now();
      if (row.lapsesAt < at) throw new Refused(refuse('deferralOver'), 409);
      const actor = actorOf(viewer);
      const lead = await this.leads.callUp(tx, viewer, leadId, reason.trim());
      const changes = {
        state: 'recalled' as const,
        endedAt: at,
        reason: reason.trim(),
        byId: viewer.personId,
        byLabel: actor.label,
      };
      await this.write(tx, row, changes, 'deferral.recalled', actor);
      await this.tell(tx, lead, deferralCalledUpMail, reason.trim());
    });
  }

  /** For the job: every deferral whose last day is over lapses, each in a unit of its own. @returns how many */
  async lapse(now: Instant): Promise<number> {
    const due = await this.reader.rows<{ leadId: string }>(
      sql`select deferral.lead_id as "leadId" from deferral join lead on lead.id = deferral.lead_id
          where deferral.state = 'running' and deferral.lapses_at < ${now} and lead.state = 'deferred'
          order by deferral.lapses_at`,
    );
    let lapsed = 0;
    for (const { leadId } of due) if (await this.lapseOne(leadId, now)) lapsed += 1;
    return lapsed;
  }

  private lapseOne(leadId: string, now: Instant): Promise<boolean> {
    return this.work.run(async (tx) => {
      const row = await tx.findOne(
        Deferral,
        sql`where lead_id = ${leadId} and state = 'running' and lapses_at < ${now}${tx.forUpdate}`,
      );
      if (row === null) return false;
      const reason = wordsFor('zh-CN').t('after.deferral.lapsed.reason');
      const lead = await this.leads.lapse(tx, leadId, programActor(), reason);
      await this.write(tx, row, { state: 'lapsed', endedAt: now }, 'deferral.lapsed', programActor());
      const day = formatsFor(wordsFor('zh-CN')).official(row.lapsesAt);
      await this.tell(tx, lead, deferralLapsedMail, day);
      return true;
    });
  }

  private async running(tx: Tx, leadId: string): Promise<Deferral> {
    const row = await tx.findOne(
      Deferral,
      sql`where lead_id = ${leadId} and state = 'running'${tx.forUpdate}`,
    );
    if (row === null) throw new Refused(refuse('notDeferred'), 404);
    return row;
  }

  private async write(
    tx: Tx,
    row: Deferral,
    changes: Partial<Deferral>,
    kind: string,
    actor: LedgerActor,
  ): Promise<void> {
    await tx.update(Deferral, changes, sql`id = ${row.id}`);
    const facts = { lead: row.leadId };
    await this.ledger.seal(tx, 'deferral', row.id, wholeSeal({ ...row, ...changes }), { kind, actor, facts });
  }

  private async tell(tx: Tx, lead: Lead, mail: typeof deferralLapsedMail, detail: string): Promise<void> {
    const person = await this.people.byId(lead.scoutId, tx);
    if (person === null) return;
    const url = `${this.config.BASE_URL}/leads/${lead.id}`;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    await this.outbox.enqueue(tx, mail({ person, leadNumber: lead.number ?? '', detail, url }, words));
  }
}
