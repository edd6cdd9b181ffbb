import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { LeadMove } from '../domain/lead/states';
import { answerRules } from '../domain/lead/answer-rules';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import type { LedgerActor } from '../ledger/ledger';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { LeadAccessQueries } from './lead-access.queries';
import { actorOf } from '../ledger/actor';
import { LeadMoves } from './lead-moves';
import { Lead } from './lead.entity';
import { declinedRefusal, LeadStandingQueries, silentRefusal } from './lead-standing.queries';
import { LeadStore } from './lead-store';

/** What a closed round decides of a lead. */
export type LeadDecision = 'admit' | 'consult' | 'resubmit' | 'defer' | 'reject';

const moveOf: Readonly<Record<LeadDecision, LeadMove>> = {
  admit: 'admit',
  consult: 'consult',
  resubmit: 'askResubmit',
  defer: 'defer',
  reject: 'reject',
};

/** Moves leads through rounds, and back to their scouts. */
@Injectable()
export class LeadsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: LeadStore,
    private readonly moves: LeadMoves,
    private readonly access: LeadAccessQueries,
    private readonly standing: LeadStandingQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * Puts queued leads into a round that opens.
   * @returns for each lead the id of the revision that is voted on
   * @throws Refused (409) 'leadNotQueued' naming the first lead that does not wait for a round; 'hostsAllDeclined'
   * where every host has declined and nobody has written why it goes on; 'hostsSilent' where the city wants every
   * host's word first
   */
  async enterRound(
    tx: Tx,
    leadIds: readonly string[],
    round: { readonly roundId: string; readonly roundNumber: string },
    actor: LedgerActor,
  ): Promise<Map<string, string>> {
    const leads = await this.lockAll(tx, leadIds);
    const stray = leads.find(({ state }) => state !== 'queued');
    if (stray) {
      const details = { number: stray.number ?? '', title: stray.title, state: stray.state };
      throw new Refused(refuse('leadNotQueued', details), 409);
    }
    const standings = await this.standing.ofLeads(tx, leadIds);
    insist(declinedRefusal(standings), 409);
    const { openingNeedsStatements } = await this.settings.value(answerRules, tx);
    if (openingNeedsStatements === 1) insist(silentRefusal(standings), 409);
    for (const lead of leads) {
      const changes = { roundId: round.roundId };
      const reason = round.roundNumber;
      await this.moves.make(tx, lead, { move: 'enterRound', by: 'system', actor, reason, changes });
    }
    return this.newestRevisions(tx, leads);
  }

  /** Takes leads out of a round that is cancelled or whose item is void: they wait for the next one. */
  async leaveRound(tx: Tx, leadIds: readonly string[], actor: LedgerActor, reason: string): Promise<void> {
    for (const lead of await this.lockAll(tx, leadIds)) {
      const changes = { roundId: null };
      await this.moves.make(tx, lead, { move: 'leaveRound', by: 'system', actor, reason, changes });
    }
  }

  /** Brings an announced outcome upon a lead. */
  async decide(
    tx: Tx,
    leadId: string,
    decision: LeadDecision,
    actor: LedgerActor,
    reason: string,
  ): Promise<void> {
    for (const lead of await this.lockAll(tx, [leadId])) {
      await this.moves.make(tx, lead, { move: moveOf[decision], by: 'system', actor, reason });
    }
  }

  /** Its scout takes a lead back. @throws Refused 404, 409 */
  async withdraw(viewer: Viewer, leadId: string, reason: string): Promise<void> {
    await this.work.run(async (tx) => {
      const { lead } = await this.access.own(tx, viewer, leadId);
      const locked = (await this.store.lock(tx, lead.id)) ?? lead;
      await this.moves.make(tx, locked, {
        move: 'withdraw',
        by: viewer.roles,
        actor: actorOf(viewer),
        reason,
      });
    });
  }

  /** In the order of the ids, so that two units never wait for each other. @throws Refused (404) */
  private async lockAll(tx: Tx, ids: readonly string[]): Promise<Lead[]> {
    const unique = [...new Set(ids)];
    const found = await tx.find(Lead, sql`where id in ${sql.list(unique)} order by id${tx.forUpdate}`);
    const byId = new Map(found.map((lead) => [lead.id, lead]));
    return unique.map((id) => {
      const lead = byId.get(id);
      if (!lead) throw new Refused(refuse('leadNotFound'), 404);
      return lead;
    });
  }

  private async newestRevisions(tx: Tx, leads: readonly Lead[]): Promise<Map<string, string>> {
    const ids = leads.map(({ id }) => id);
    const rows = await tx.rows<{ id: string; leadId: string }>(
      sql`select revision.id, revision.lead_id as "leadId" from lead_revision revision
          join lead on lead.id = revision.lead_id and lead.revision = revision.number
          where lead.id in ${sql.list(ids)}`,
    );
    return new Map(rows.map(({ id, leadId }) => [leadId, id]));
  }
}
