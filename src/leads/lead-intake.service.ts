import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { wordsFor } from '../words/words';
import { intakeMoves, type IntakeDecision, type IntakeVerdict } from './intake-verdicts';
import { LeadAccessQueries } from './lead-access.queries';
import { leadAcceptedMail, leadMergedMail, leadRejectedMail, leadReturnedMail } from './lead-intake.mail';
import { actorOf } from '../ledger/actor';
import { LeadMoves } from './lead-moves';
import { moveRefusal } from './lead-refusals';
import { LeadStore } from './lead-store';
import { isLive } from './lead-tabs';
import { Lead } from './lead.entity';

const mails = {
  accept: leadAcceptedMail,
  return: leadReturnedMail,
  merge: leadMergedMail,
  reject: leadRejectedMail,
} as const;

/** The secretariat's check of form and scope. */
@Injectable()
export class LeadIntakeService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly outbox: Outbox,
    private readonly people: PeopleQueries,
    private readonly store: LeadStore,
    private readonly moves: LeadMoves,
    private readonly access: LeadAccessQueries,
  ) {}

  /**
   * Decides on a submitted lead; of two who decide at once the second is told that it was done.
   * @throws Refused 404; 409 'leadNotNow'; 422 'reasonMissing', 'mergeTargetMissing', 'mergeTargetUnknown'
   */
  async decide(viewer: Viewer, leadId: string, decision: IntakeDecision): Promise<void> {
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead } = await this.access.see(viewer, leadId, tx);
      const move = intakeMoves[decision.verdict];
      const reason = decision.reason.trim();
      const tooLate = moveRefusal(move, lead, {
        by: viewer.roles,
        actor: actorOf(viewer),
        reason,
        other: lead,
      });
      if (tooLate?.because === 'leadNotNow') throw new Refused(tooLate, 409);
      const other =
        decision.verdict === 'merge' ? await this.target(tx, lead, decision.mergeInto) : undefined;
      const decided = await this.moves.make(tx, lead, {
        move,
        by: viewer.roles,
        actor: actorOf(viewer),
        reason,
        ...(other ? { other } : {}),
        ...(decision.verdict === 'accept' ? { changes: { acceptedAt: this.clock.now() } } : {}),
      });
      await this.tell(tx, decided, decision.verdict, reason, other ?? null);
    });
  }

  private async target(tx: Tx, lead: Lead, number: string): Promise<Lead | undefined> {
    const wanted = number.normalize('NFKC').trim().toUpperCase();
    if (wanted === '') return undefined;
    const found = await tx.findOne(Lead, sql`where number = ${wanted}`);
    if (!found || found.id === lead.id || !isLive(found.state))
      throw new Refused(refuse('mergeTargetUnknown', { number: wanted.slice(0, 30) }), 422);
    return found;
  }

  private async tell(
    tx: Tx,
    lead: Lead,
    verdict: IntakeVerdict,
    reason: string,
    other: Lead | null,
  ): Promise<void> {
    const person = await this.people.byId(lead.scoutId, tx);
    if (!person) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/leads/${lead.id}${verdict === 'return' ? '/edit' : ''}`;
    const facts = { person, lead, url, reason, otherNumber: other?.number ?? '' };
    await this.outbox.enqueue(tx, mails[verdict](facts, words));
  }
}
