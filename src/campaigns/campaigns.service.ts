import { Injectable } from '@nestjs/common';
import { firmKey } from '../chains/target-firms.service';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import {
  countsIn,
  mayCorrectVisit,
  visitScope,
  type CampaignKind,
  type LeaderLevel,
  type VisitResult,
} from '../domain/campaign/campaign';
import { beijingDay, type Day } from '../domain/shared/instant';
import { insist, Refused, refuse, type Refusal } from '../domain/shared/refusal';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { Campaign, sealOfCampaign, sealOfVisit, Visit } from './campaign.entity';

export interface CampaignPlan {
  readonly name: string;
  readonly kind: CampaignKind;
  readonly partyBuilding: boolean;
  readonly startsOn: Day;
  readonly endsOn: Day;
  readonly visitGoal: number;
  readonly leadGoal: number;
  readonly note: string;
}

export interface VisitPlan {
  readonly firm: string;
  readonly visitedOn: Day;
  readonly campaignId: string | null;
  readonly companions: string;
  readonly leaderLevel: LeaderLevel;
  readonly hostId: string | null;
  readonly place: string;
  readonly result: VisitResult;
  readonly note: string;
  readonly nextStep: string;
  /** Number of the lead that came of it, `L-2026-00017`; '' for none. */
  readonly leadNumber: string;
}

/** Keeps campaigns and logs visits. Each writing seals the row as it stands since. */
@Injectable()
export class CampaignsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly leads: LeadAccessQueries,
  ) {}

  /** @returns its id. @throws Refused 422 'campaignNameTaken', 'campaignEndsFirst' */
  plan(actor: LedgerActor, given: CampaignPlan): Promise<string> {
    return this.once(refuse('campaignNameTaken', { name: given.name }), async (tx) => {
      const row = this.campaignOf(this.ids.next(), actor, given);
      await tx.insert(Campaign, row);
      await this.sealCampaign(tx, actor, 'campaign.planned', row);
      return row.id;
    });
  }

  /** @throws Refused 404; 422 'campaignNameTaken', 'campaignEndsFirst', 'campaignHasVisits' outside the new dates */
  change(actor: LedgerActor, id: string, given: CampaignPlan): Promise<void> {
    return this.once(refuse('campaignNameTaken', { name: given.name }), async (tx) => {
      const known = await tx.findOne(Campaign, sql`where id = ${id}${tx.forUpdate}`);
      if (known === null) throw new Refused(refuse('notFound'), 404);
      const row = this.campaignOf(id, actor, given);
      const outside = await tx.one(sql`select id from visit where campaign_id = ${id}
        and (visited_on < ${row.startsOn} or visited_on > ${row.endsOn}) limit 1`);
      insist(outside === null ? null : refuse('campaignHasVisits'), 422);
      const { id: _, ...changes } = row;
      await tx.update(Campaign, changes, sql`id = ${id}`);
      await this.sealCampaign(tx, actor, 'campaign.changed', row);
    });
  }

  /**
   * Logs a visit of the viewer's own unit. @returns its id
   * @throws Refused 422 'visitLoggedAlready', 'visitInFuture', 'visitOutsideCampaign', 'visitLeadUnknown' …
   */
  log(viewer: Viewer, given: VisitPlan): Promise<string> {
    return this.once(refuse('visitLoggedAlready'), async (tx) => {
      const owner = { unitId: viewer.unitId, byId: viewer.personId };
      const row = await this.visitOf(tx, viewer, this.ids.next(), owner, given);
      await tx.insert(Visit, row);
      await this.sealVisit(tx, actorOf(viewer), 'visit.logged', row);
      return row.id;
    });
  }

  /** @throws Refused 404 where it is not for the viewer, 403 'visitNotYours'; 422 as `log` */
  correct(viewer: Viewer, id: string, given: VisitPlan): Promise<void> {
    return this.once(refuse('visitLoggedAlready'), async (tx) => {
      const known = await tx.findOne(Visit, sql`where id = ${id}${tx.forUpdate}`);
      const scope = visitScope(viewer);
      if (known === null || (scope !== 'all' && known.unitId !== viewer.unitId))
        throw new Refused(refuse('notFound'), 404);
      insist(mayCorrectVisit(viewer, known) ? null : refuse('visitNotYours'), 403);
      const row = await this.visitOf(tx, viewer, id, known, given);
      await tx.run(sql`update visit set firm = ${row.firm}, firm_key = ${row.firmKey},
        target_firm_id = ${row.targetFirmId}, campaign_id = ${row.campaignId}, visited_on = ${row.visitedOn},
        companions = ${row.companions}, leader_level = ${row.leaderLevel}, host_id = ${row.hostId},
        place = ${row.place}, result = ${row.result}, note = ${row.note}, next_step = ${row.nextStep},
        lead_id = ${row.leadId}, updated_at = ${row.updatedAt} where id = ${id}`);
      await this.sealVisit(tx, actorOf(viewer), 'visit.corrected', row);
    });
  }

  private async visitOf(
    tx: Tx,
    viewer: Viewer,
    id: string,
    owner: { readonly unitId: string; readonly byId: string },
    given: VisitPlan,
  ): Promise<Visit> {
    const { leadNumber, ...plan } = given;
    const now = this.clock.now();
    insist(plan.visitedOn > beijingDay(now) ? refuse('visitInFuture') : null, 422);
    const key = firmKey(plan.firm);
    insist(key === '' ? refuse('targetFirmName') : null, 422);
    await this.checkCampaign(tx, plan.campaignId, plan.visitedOn);
    const { hostId } = plan;
    const host = hostId === null ? null : await tx.one(sql`select id from host where id = ${hostId}`);
    insist(hostId === null || host !== null ? null : refuse('visitHostUnknown'), 422);
    const target = await tx.one<{ id: string }>(
      sql`select id from target_firm where name_key = ${key} and state <> 'dropped' order by id limit 1`,
    );
    const leadId = leadNumber === '' ? null : await this.leadOf(tx, viewer, owner.unitId, leadNumber);
    const { unitId, byId } = owner;
    return {
      ...plan,
      id,
      firmKey: key,
      targetFirmId: target?.id ?? null,
      unitId,
      byId,
      leadId,
      updatedAt: now,
    };
  }

  private async checkCampaign(tx: Tx, campaignId: string | null, visitedOn: Day): Promise<void> {
    if (campaignId === null) return;
    const campaign = await tx.findOne(Campaign, sql`where id = ${campaignId}`);
    insist(campaign === null ? refuse('visitCampaignUnknown') : countsIn(campaign, visitedOn), 422);
  }

  /** A lead of the unit that went, as far as the viewer may see it; another one is unknown here. */
  private async leadOf(tx: Tx, viewer: Viewer, unitId: string, number: string): Promise<string> {
    const unknown = new Refused(refuse('visitLeadUnknown', { number }), 422);
    const lead = await tx.one<{ id: string }>(
      sql`select id from lead where number = ${number.toUpperCase()} and scout_unit_id = ${unitId}`,
    );
    if (lead === null) throw unknown;
    try {
      await this.leads.see(viewer, lead.id, tx);
    } catch (error) {
      throw error instanceof Refused ? unknown : error;
    }
    return lead.id;
  }

  private campaignOf(id: string, actor: LedgerActor, given: CampaignPlan): Campaign {
    insist(given.startsOn > given.endsOn ? refuse('campaignEndsFirst') : null, 422);
    const { partyBuilding, ...plan } = given;
    const updatedAt = this.clock.now();
    return { ...plan, id, partyBuilding: partyBuilding ? 1 : 0, byId: actor.personId, updatedAt };
  }

  private async sealCampaign(tx: Tx, actor: LedgerActor, kind: string, row: Campaign): Promise<void> {
    await this.ledger.seal(tx, 'campaign', row.id, sealOfCampaign(row), { kind, actor });
  }

  private async sealVisit(tx: Tx, actor: LedgerActor, kind: string, row: Visit): Promise<void> {
    await this.ledger.seal(tx, 'visit', row.id, sealOfVisit(row), { kind, actor });
  }

  private async once<T>(taken: Refusal, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      return await this.work.run(work);
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(taken, 422);
      throw error;
    }
  }
}
