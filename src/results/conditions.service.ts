import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { checkCondition } from '../domain/followup/conditions';
import { beijingDay, type Day, type Instant } from '../domain/shared/instant';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import type { LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { AdmissionCondition } from './condition.entity';
import { ConditionRecords } from './condition-records';
import { mayCheck, mayReport, maySet } from './condition-rules';
import { ConditionsQueries } from './conditions.queries';

/** A condition as it is asked for; the owner by account or by id. */
export interface ConditionGiven {
  readonly wanted: string;
  readonly ownerId: string;
  readonly dueOn: Day;
}

/** Conditions of an admission, from the chair's word to the second person's check. */
@Injectable()
export class ConditionsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly people: PeopleQueries,
    private readonly records: ConditionRecords,
    private readonly queries: ConditionsQueries,
  ) {}

  /**
   * Sets a condition on an item whose admission is not announced yet, or whose lead is being consulted on.
   * @throws Refused 403 'notPresiding', 404, 409 'conditionTooLate', 422 what `checkCondition` says
   */
  set(viewer: Viewer, roundId: string, itemId: string, given: ConditionGiven): Promise<void> {
    return this.work.run(async (tx) => {
      const item = await this.queries.item(tx, viewer, roundId, itemId);
      insist(maySet(viewer, item), item.presidingId === viewer.personId ? 409 : 403);
      await this.enter(tx, { roundId, itemId, leadId: item.leadId }, given, viewer);
    });
  }

  /**
   * Enters a condition within the caller's unit, which has made sure that it may be set now. @returns its id
   * @throws Refused 422 what `checkCondition` says, 'conditionOwnerUnknown'
   */
  async enter(
    tx: Tx,
    {
      roundId,
      itemId,
      leadId,
    }: { readonly roundId: string; readonly itemId: string; readonly leadId: string },
    given: ConditionGiven,
    viewer: Viewer,
  ): Promise<string> {
    const actor = actorOf(viewer);
    const present = await tx.find(AdmissionCondition, sql`where item_id = ${itemId} order by position`);
    const now = this.clock.now();
    const kept = present.filter(({ state }) => state === 'proposed').length;
    const wish = { text: given.wanted, dueOn: given.dueOn };
    insist(checkCondition(wish, { today: beijingDay(now), present: kept }), 422);
    const owner = await this.people.byId(given.ownerId, tx);
    if (owner === null || owner.disabledAt !== null) throw new Refused(refuse('conditionOwnerUnknown'), 422);
    const row: AdmissionCondition = {
      id: this.ids.next(),
      itemId,
      roundId,
      leadId,
      position: (present.at(-1)?.position ?? 0) + 1,
      wanted: given.wanted.trim(),
      ownerId: owner.id,
      ownerLabel: `${owner.name}（${owner.unitName}）`,
      dueOn: given.dueOn,
      state: 'proposed',
      setById: viewer.personId,
      setByLabel: actor.label,
      setAt: now,
      begunAt: null,
      ...nothingYet,
    };
    await this.records.propose(tx, row, actor);
    return row.id;
  }

  /** Takes a condition back that is not in force. @throws Refused as `set` does */
  takeBack(viewer: Viewer, roundId: string, itemId: string, id: string): Promise<void> {
    return this.work.run(async (tx) => {
      const item = await this.queries.item(tx, viewer, roundId, itemId);
      insist(maySet(viewer, item), item.presidingId === viewer.personId ? 409 : 403);
      const row = await this.records.lock(tx, id);
      if (row.itemId !== itemId) throw new Refused(refuse('noSuchCondition'), 404);
      const actor = actorOf(viewer);
      await this.records.move(tx, row, 'drop', {
        facts: noFacts,
        changes: endedBy(actor, this.clock.now(), null),
        actor,
      });
    });
  }

  /** Its item is admitted: what was proposed runs from now on. */
  async begin(tx: Tx, itemId: string, at: Instant, actor: LedgerActor): Promise<void> {
    for (const row of await this.proposed(tx, itemId))
      await this.records.move(tx, row, 'begin', { facts: noFacts, changes: { begunAt: at }, actor });
  }

  /** Its item is not admitted: what was proposed falls away, unless a consultation may still admit it. */
  async drop(tx: Tx, itemId: string, at: Instant, actor: LedgerActor): Promise<void> {
    for (const row of await this.proposed(tx, itemId))
      await this.records.move(tx, row, 'drop', { facts: noFacts, changes: endedBy(actor, at, null), actor });
  }

  /** Somebody concerned says how it was fulfilled. @throws Refused 404, 409 'conditionNotNow', 422 without a word on it */
  report(viewer: Viewer, id: string, report: string): Promise<string> {
    return this.work.run(async (tx) => {
      const row = await this.records.lock(tx, id);
      if (!mayReport(viewer, row, await this.queries.hostUnit(tx, row.leadId)))
        throw new Refused(refuse('noSuchCondition'), 404);
      const actor = actorOf(viewer);
      const at = this.clock.now();
      const changes = {
        reportedAt: at,
        reportedById: viewer.personId,
        reportedByLabel: actor.label,
        report: report.trim(),
      };
      const facts = { reportedBy: null, by: viewer.personId, note: report };
      await this.records.move(tx, row, 'report', { facts, changes, actor });
      return row.leadId;
    });
  }

  /**
   * A second person confirms the report, or sends it back with a reason; the day it is due stays what it was.
   * @throws Refused 404, 409 'conditionNotNow', 422 'conditionSecondPerson', 'reasonMissing'
   */
  check(viewer: Viewer, id: string, verdict: 'confirm' | 'sendBack', note: string): Promise<string> {
    return this.work.run(async (tx) => {
      const row = await this.records.lock(tx, id);
      if (!mayCheck(viewer)) throw new Refused(refuse('noSuchCondition'), 404);
      const actor = actorOf(viewer);
      const facts = { reportedBy: row.reportedById, by: viewer.personId, note };
      const changes =
        verdict === 'confirm'
          ? endedBy(actor, this.clock.now(), note.trim() === '' ? null : note.trim())
          : { reportedAt: null, reportedById: null, reportedByLabel: null, report: null, note: note.trim() };
      await this.records.move(tx, row, verdict, { facts, changes, actor });
      return row.leadId;
    });
  }

  /** The lead goes back to the panel: whatever is not met is given up. @returns how many */
  async giveUp(tx: Tx, leadId: string, at: Instant, actor: LedgerActor): Promise<number> {
    const rows = await tx.find(
      AdmissionCondition,
      sql`where lead_id = ${leadId} and state in ('open', 'reported') order by id${tx.forUpdate}`,
    );
    for (const row of rows)
      await this.records.move(tx, row, 'giveUp', {
        facts: noFacts,
        changes: endedBy(actor, at, null),
        actor,
      });
    return rows.length;
  }

  private proposed(tx: Tx, itemId: string): Promise<AdmissionCondition[]> {
    return tx.find(
      AdmissionCondition,
      sql`where item_id = ${itemId} and state = 'proposed' order by position${tx.forUpdate}`,
    );
  }
}

const noFacts = { reportedBy: null, by: '', note: '' };

const nothingYet = {
  reportedAt: null,
  reportedById: null,
  reportedByLabel: null,
  report: null,
  endedAt: null,
  endedById: null,
  endedByLabel: null,
  note: null,
} as const;

function endedBy(actor: LedgerActor, at: Instant, note: string | null): Partial<AdmissionCondition> {
  return { endedAt: at, endedById: actor.personId, endedByLabel: actor.label, note };
}
