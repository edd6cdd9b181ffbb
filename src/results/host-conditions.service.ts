import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { addDays, beijingDay } from '../domain/shared/instant';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { maySettle } from './condition-rules';
import { ConditionsQueries, type ItemForConditions } from './conditions.queries';
import { ConditionsService, type ConditionGiven } from './conditions.service';
import { HostCondition } from './host-condition.entity';
import { HostConditionsQueries, type OpenHostCondition } from './host-conditions.queries';
import { wholeSeal } from './results.seals';

/** Where a host has named no day that is still to come, and nobody is asked any more (ours). */
const DAYS_GIVEN = 30;

/** Conditions under which a host accepted a lead: each becomes one of the admission or is set aside with a reason. */
@Injectable()
export class HostConditionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly conditions: ConditionsService,
    private readonly items: ConditionsQueries,
    private readonly queries: HostConditionsQueries,
  ) {}

  /**
   * The secretariat or the chair confirms it, in its own words where the host's do not say what is to be done.
   * @throws Refused 403, 404, 409 'conditionTooLate', 'hostConditionSettled', 422 as for any condition
   */
  confirm(
    viewer: Viewer,
    roundId: string,
    itemId: string,
    termId: string,
    given: ConditionGiven,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const item = await this.toSettle(tx, viewer, { roundId, itemId, termId });
      const where = { roundId, itemId, leadId: item.leadId };
      const conditionId = await this.conditions.enter(tx, where, given, viewer);
      await this.settle(tx, { itemId, termId, conditionId, reason: null }, actorOf(viewer));
    });
  }

  /** It is no condition of the admission; the reason stays on record. @throws Refused 403, 404, 409, 422 'reasonMissing' */
  setAside(viewer: Viewer, roundId: string, itemId: string, termId: string, reason: string): Promise<void> {
    return this.work.run(async (tx) => {
      await this.toSettle(tx, viewer, { roundId, itemId, termId });
      if (reason.trim() === '') throw new Refused(refuse('reasonMissing'), 422);
      await this.settle(tx, { itemId, termId, conditionId: null, reason: reason.trim() }, actorOf(viewer));
    });
  }

  /**
   * A later decision admits a lead whose conditions nobody can be asked about any more: they are taken over as the host
   * stated them, whoever spoke for the host answers for them.
   */
  async carryOver(
    tx: Tx,
    item: { readonly roundId: string; readonly itemId: string; readonly leadId: string },
    viewer: Viewer,
  ): Promise<void> {
    const open = (await this.queries.open([item], tx)).get(item.itemId) ?? [];
    const today = beijingDay(this.clock.now());
    for (const { termId, text, dueOn, statedById } of open) {
      const day = dueOn !== null && dueOn > today ? dueOn : addDays(today, DAYS_GIVEN);
      const given = { wanted: text, ownerId: statedById, dueOn: day };
      const conditionId = await this.conditions.enter(tx, item, given, viewer);
      await this.settle(tx, { itemId: item.itemId, termId, conditionId, reason: null }, actorOf(viewer));
    }
  }

  private async toSettle(
    tx: Tx,
    viewer: Viewer,
    at: { readonly roundId: string; readonly itemId: string; readonly termId: string },
  ): Promise<ItemForConditions> {
    const item = await this.items.item(tx, viewer, at.roundId, at.itemId);
    const refusal = maySettle(viewer, item);
    insist(refusal, refusal?.because === 'notTheChair' ? 403 : 409);
    const open = (await this.queries.open([{ itemId: at.itemId, leadId: item.leadId }], tx)).get(at.itemId);
    const isOpen = (open ?? []).some(({ termId }: OpenHostCondition) => termId === at.termId);
    if (!isOpen) throw new Refused(refuse('hostConditionSettled'), 409);
    return item;
  }

  private async settle(
    tx: Tx,
    what: Pick<HostCondition, 'itemId' | 'termId' | 'conditionId' | 'reason'>,
    actor: LedgerActor,
  ): Promise<void> {
    const by = { byId: actor.personId, byLabel: actor.label.slice(0, 140), at: this.clock.now() };
    const row: HostCondition = { id: this.ids.next(), ...what, ...by };
    await tx.insert(HostCondition, row);
    const kind = row.conditionId === null ? 'hostCondition.setAside' : 'hostCondition.confirmed';
    const facts = { item: row.itemId };
    await this.ledger.seal(tx, 'hostCondition', row.id, wholeSeal(row), { kind, actor, facts });
  }
}
