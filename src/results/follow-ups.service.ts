import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { Instant } from '../domain/shared/instant';
import { rulingDue } from '../domain/tally/ruling';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { ResubmissionsService } from '../leads/resubmissions.service';
import { ConditionsService } from './conditions.service';
import { Consultation } from './consultation.entity';
import { Deferral, type FollowUpSource } from './deferral.entity';
import type { Decided } from './outcome.entity';
import { wholeSeal } from './results.seals';

/** What was decided of a lead, by an announcement or after it, and by which rules its terms are reckoned. */
export interface Settled {
  readonly source: FollowUpSource;
  readonly sourceId: string;
  readonly outcomeId: string;
  readonly itemId: string;
  readonly roundId: string;
  readonly roundNumber: string;
  readonly leadId: string;
  readonly leadRevisionId: string | null;
  readonly decided: Decided;
  readonly reason: string;
  /** What the lead is sent back for; empty for every other decision. */
  readonly materials: readonly string[];
  readonly rules: RuleSet;
  readonly at: Instant;
}

/** Begins what a decision leads to: a meeting, a request for material, a deferral, conditions that run. */
@Injectable()
export class FollowUps {
  constructor(
    private readonly ids: Ids,
    private readonly calendars: Calendars,
    private readonly ledger: Ledger,
    private readonly resubmissions: ResubmissionsService,
    private readonly conditions: ConditionsService,
  ) {}

  /** Whatever ran for the lead before ends; what this decision asks for begins. Terms run from `at`. */
  async begin(tx: Tx, settled: Settled, actor: LedgerActor): Promise<void> {
    const { decided, leadId, itemId, at } = settled;
    await this.supersede(tx, leadId, at, actor);
    if (decided === 'admit') await this.conditions.begin(tx, itemId, at, actor);
    // A consultation may still admit: what was proposed waits for it.
    else if (decided !== 'consult') await this.conditions.drop(tx, itemId, at, actor);
    if (decided !== 'consult' && decided !== 'resubmit' && decided !== 'defer') return;
    const dueAt = rulingDue(decided, at, settled.rules, await this.calendars.current(tx));
    if (decided === 'consult') await this.openConsultation(tx, settled, dueAt, actor);
    else if (decided === 'defer') await this.beginDeferral(tx, settled, dueAt, actor);
    else await this.askForMaterial(tx, settled, dueAt, actor);
  }

  /** Ends what runs for a lead because something else was decided of it. */
  async supersede(tx: Tx, leadId: string, at: Instant, actor: LedgerActor): Promise<void> {
    await this.resubmissions.supersede(tx, leadId, actor);
    const ended = { state: 'superseded' as const, endedAt: at };
    for (const row of await tx.find(Deferral, sql`where lead_id = ${leadId} and state = 'running'`)) {
      await tx.update(Deferral, ended, sql`id = ${row.id}`);
      await this.seal(tx, 'deferral', { ...row, ...ended }, 'deferral.superseded', actor);
    }
    for (const row of await tx.find(Consultation, sql`where lead_id = ${leadId} and state = 'open'`)) {
      await tx.update(Consultation, ended, sql`id = ${row.id}`);
      await this.seal(tx, 'consultation', { ...row, ...ended }, 'consultation.superseded', actor);
    }
  }

  private async openConsultation(
    tx: Tx,
    settled: Settled,
    dueAt: Instant,
    actor: LedgerActor,
  ): Promise<void> {
    const { leadId, roundId, outcomeId, source, sourceId, reason, at } = settled;
    const row: Consultation = {
      id: this.ids.next(),
      leadId,
      roundId,
      outcomeId,
      source,
      sourceId,
      reason,
      openedAt: at,
      dueAt,
      state: 'open',
      meetsAt: null,
      place: null,
      topic: null,
      result: null,
      conclusion: null,
      endedAt: null,
      endedById: null,
      endedByLabel: null,
    };
    await tx.insert(Consultation, row);
    await this.seal(tx, 'consultation', row, 'consultation.opened', actor);
  }

  private async beginDeferral(
    tx: Tx,
    settled: Settled,
    lapsesAt: Instant,
    actor: LedgerActor,
  ): Promise<void> {
    const { leadId, roundId, source, sourceId, at } = settled;
    const row: Deferral = {
      id: this.ids.next(),
      leadId,
      roundId,
      source,
      sourceId,
      deferredAt: at,
      lapsesAt,
      state: 'running',
      endedAt: null,
      reason: null,
      byId: null,
      byLabel: null,
    };
    await tx.insert(Deferral, row);
    await this.seal(tx, 'deferral', row, 'deferral.begun', actor);
  }

  private async askForMaterial(tx: Tx, settled: Settled, dueAt: Instant, actor: LedgerActor): Promise<void> {
    const { leadId, roundId, roundNumber, source, sourceId, leadRevisionId, reason, materials, at } = settled;
    await this.resubmissions.ask(
      tx,
      {
        leadId,
        roundId,
        roundNumber,
        source,
        sourceId,
        judgedRevisionId: leadRevisionId,
        reason,
        materials: materials.length > 0 ? materials : [reason],
        askedAt: at,
        dueAt,
      },
      actor,
    );
  }

  private async seal(
    tx: Tx,
    type: 'consultation' | 'deferral',
    row: { readonly id: string; readonly leadId: string },
    kind: string,
    actor: LedgerActor,
  ): Promise<void> {
    const facts = { lead: row.leadId };
    await this.ledger.seal(tx, type, row.id, wholeSeal(row), { kind, actor, facts });
  }
}
