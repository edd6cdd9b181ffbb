import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { actorOf } from '../ledger/actor';
import { Ledger } from '../ledger/ledger';
import { holdSeal, LegalHold } from './legal-hold.entity';

/** Holds leads back from erasure, and lets them go. */
@Injectable()
export class LegalHoldsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** `number` as on the lead, `L-2026-00017`. @throws Refused 422 'holdLeadUnknown', 'holdErased', 'holdStands' */
  async set(viewer: Viewer, number: string, reason: string): Promise<string> {
    const actor = actorOf(viewer);
    const once = (): Promise<string> =>
      this.work.run(async (tx) => {
        const lead = await tx.one<{ id: string; erasedAt: string | null }>(
          sql`select id, people_erased_at as "erasedAt" from lead where number = ${number}${tx.forUpdate}`,
        );
        if (lead === null) throw new Refused(refuse('holdLeadUnknown'), 422);
        if (lead.erasedAt !== null) throw new Refused(refuse('holdErased'), 422);
        const row: LegalHold = {
          id: this.ids.next(),
          leadId: lead.id,
          reason,
          setBy: viewer.personId,
          setByLabel: actor.label.slice(0, 140),
          setAt: this.clock.now(),
          liftedBy: null,
          liftedByLabel: null,
          liftedAt: null,
          liftedBecause: null,
        };
        await tx.insert(LegalHold, row);
        const facts = { lead: lead.id, number, reason };
        await this.ledger.seal(tx, 'legalHold', row.id, holdSeal(row), { kind: 'hold.set', actor, facts });
        return row.id;
      });
    try {
      return await once();
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('holdStands'), 422);
      throw error;
    }
  }

  /** @throws Refused 404 for an unknown hold, 409 'holdLifted' for one that stands no more */
  async lift(viewer: Viewer, holdId: string, reason: string): Promise<void> {
    const actor = actorOf(viewer);
    await this.work.run(async (tx) => {
      const hold = await tx.findOne(LegalHold, sql`where id = ${holdId}${tx.forUpdate}`);
      if (hold === null) throw new Refused(refuse('notFound'), 404);
      if (hold.liftedAt !== null) throw new Refused(refuse('holdLifted'), 409);
      const changes = {
        liftedBy: viewer.personId,
        liftedByLabel: actor.label.slice(0, 140),
        liftedAt: this.clock.now(),
        liftedBecause: reason,
      };
      await tx.update(LegalHold, changes, sql`id = ${holdId}`);
      const facts = { lead: hold.leadId, reason };
      const row = { ...hold, ...changes };
      await this.ledger.seal(tx, 'legalHold', holdId, holdSeal(row), { kind: 'hold.lifted', actor, facts });
    });
  }
}
