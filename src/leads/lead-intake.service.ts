import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Config } from '../config/config';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { pickedReasons, reasonText, returnReasons, type ReturnReason } from '../domain/intake/return-reasons';
import { Refused, refuse } from '../domain/shared/refusal';
import { Outbox } from '../mail/outbox';
import { PeopleQueries } from '../people/people.queries';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { wordsFor } from '../words/words';
import { intakeMoves, type IntakeDecision, type IntakeVerdict } from './intake-verdicts';
import { LeadAccessQueries } from './lead-access.queries';
import { leadAcceptedMail, leadMergedMail, leadRejectedMail, leadReturnedMail } from './lead-intake.mail';
import { actorOf } from '../ledger/actor';
import { LeadMoves } from './lead-moves';
import { LeadReturnReason } from './lead-record.entity';
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

/** What the scout is told beside the verdict; either may be ''. */
interface Told {
  readonly reason: string;
  readonly remedy: string;
}

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
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * Decides on a submitted lead; of two who decide at once the second is told that it was done.
   * The reasons ticked are kept one by one, so that its scout reads each beside the field it points at.
   * @throws Refused 404; 409 'leadNotNow'; 422 'reasonMissing', 'returnReasonUnknown', 'mergeTargetMissing',
   *   'mergeTargetUnknown'
   */
  async decide(viewer: Viewer, leadId: string, decision: IntakeDecision): Promise<void> {
    await this.work.run(async (tx) => {
      await this.store.lock(tx, leadId);
      const { lead } = await this.access.see(viewer, leadId, tx);
      const move = intakeMoves[decision.verdict];
      const picked = await this.picked(tx, decision.reasons ?? []);
      const told = { reason: reasonText(picked, decision.reason), remedy: (decision.remedy ?? '').trim() };
      const reason = this.onRecord(told);
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
      await this.keepReasons(tx, lead.id, picked);
      await this.tell(tx, decided, decision.verdict, told, other ?? null);
    });
  }

  private async picked(tx: Tx, codes: readonly string[]): Promise<readonly ReturnReason[]> {
    if (codes.length === 0) return [];
    const picked = pickedReasons(await this.settings.value(returnReasons, tx), codes);
    if (picked === null) throw new Refused(refuse('returnReasonUnknown'), 422);
    return picked;
  }

  /** One text for the act, in the language of the city's records. */
  private onRecord({ reason, remedy }: Told): string {
    if (remedy === '') return reason;
    return [reason, wordsFor(this.config.LOCALE).t('leads.remedyLine', { remedy })]
      .filter(Boolean)
      .join('\n');
  }

  /** With the act that was just made. */
  private async keepReasons(tx: Tx, leadId: string, picked: readonly ReturnReason[]): Promise<void> {
    if (picked.length === 0) return;
    const act = await tx.one<{ id: string }>(
      sql`select id from lead_act where lead_id = ${leadId} order by position desc limit 1`,
    );
    const rows = picked.map((reason, at) => ({ ...reason, actId: act?.id ?? '', position: at + 1 }));
    await tx.insert(LeadReturnReason, rows);
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
    told: Told,
    other: Lead | null,
  ): Promise<void> {
    const person = await this.people.byId(lead.scoutId, tx);
    if (!person) return;
    const words = wordsFor(person.locale ?? this.config.LOCALE);
    const url = `${this.config.BASE_URL}/leads/${lead.id}${verdict === 'return' ? '/edit' : ''}`;
    const facts = { person, lead, url, ...told, otherNumber: other?.number ?? '' };
    await this.outbox.enqueue(tx, mails[verdict](facts, words));
  }
}
