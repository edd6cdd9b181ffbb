import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { canonical } from '../domain/shared/canonical';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { fiveOnesSeal } from './cage.seals';
import { FiveOnesSlot, FiveOnesVersion } from './five-ones.entity';
import type { FilledSlot } from './slot-content';

/** The only place that writes a slot: a version is added, the slot follows it, the version is sealed. */
@Injectable()
export class FiveOnesRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  slots(tx: Tx, projectId: string): Promise<FiveOnesSlot[]> {
    return tx.find(FiveOnesSlot, sql`where project_id = ${projectId}`);
  }

  /** `before` is the slot as it stood, null where it was empty. @returns the slot as it is now */
  async write(
    tx: Tx,
    projectId: string,
    filled: FilledSlot,
    { before, reason, actor }: { before: FiveOnesSlot | null; reason: string | null; actor: LedgerActor },
  ): Promise<FiveOnesSlot> {
    const { slot } = filled;
    const now: FiveOnesSlot = {
      projectId,
      slot,
      version: (before?.version ?? 0) + 1,
      content: canonical(filled.content),
      filledAt: this.clock.now(),
      filledByLabel: actor.label,
      reason,
    };
    const version: FiveOnesVersion = { ...now, id: this.ids.next(), filledById: actor.personId };
    await tx.insert(FiveOnesVersion, version);
    if (before === null) await tx.insert(FiveOnesSlot, now);
    else await tx.update(FiveOnesSlot, now, sql`project_id = ${projectId} and slot = ${slot}`);
    const facts = { project: projectId, slot, version: now.version };
    const kind = before === null ? 'fiveOnes.filled' : 'fiveOnes.changed';
    await this.ledger.seal(tx, 'fiveOnes', version.id, fiveOnesSeal(version), { kind, actor, facts });
    return now;
  }
}
