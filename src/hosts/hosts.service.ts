import { Injectable } from '@nestjs/common';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { canonical } from '../domain/shared/canonical';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, LedgerActor } from '../ledger/ledger';
import { Unit } from '../people/person.entity';
import { Host, HostKind } from './host.entity';

/** What can be changed of a host. */
export interface HostPlan {
  readonly name: string;
  readonly kind: HostKind;
  readonly chemicalPark: boolean;
  readonly region: string;
  readonly leadChains: readonly string[];
  /** The unit whose people state whether it accepts; null while nobody speaks for it. */
  readonly unitId: string | null;
}

/** Leads name a host by its code, which therefore never changes. */
export interface NewHost extends HostPlan {
  readonly code: string;
}

/** Keeps the register of hosts. */
@Injectable()
export class HostsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a host. @returns its id. @throws Refused 'hostCodeTaken', 'hostUnitUnknown' */
  async register(actor: LedgerActor, given: NewHost): Promise<string> {
    const id = this.ids.next();
    try {
      await this.work.run(async (tx) => {
        await this.checkUnit(tx, given.unitId);
        await tx.insert(Host, { ...columnsOf(given), id, code: given.code });
        await this.note(tx, actor, 'host.registered', id, { code: given.code, ...factsOf(given) });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('hostCodeTaken', { code: given.code }), 422);
      throw error;
    }
    return id;
  }

  /** Changes what a host is. Leads keep what was said about it; rules ask anew. @throws Refused 'hostUnitUnknown', 404 */
  change(actor: LedgerActor, id: string, given: HostPlan): Promise<void> {
    return this.work.run(async (tx) => {
      await this.checkUnit(tx, given.unitId);
      if ((await tx.update(Host, columnsOf(given), sql`id = ${id}`)) === 0)
        throw new Refused(refuse('notFound'), 404);
      await this.note(tx, actor, 'host.changed', id, factsOf(given));
    });
  }

  private async checkUnit(tx: Tx, unitId: string | null): Promise<void> {
    const known = unitId === null || (await tx.findOne(Unit, sql`where id = ${unitId}`)) !== null;
    insist(known ? null : refuse('hostUnitUnknown'), 422);
  }

  private async note(
    tx: Tx,
    actor: LedgerActor,
    kind: string,
    id: string,
    facts: Record<string, string | number | string[]>,
  ): Promise<void> {
    await this.ledger.append(tx, { kind, actor, subject: { type: 'host', id }, facts });
  }
}

function columnsOf(given: HostPlan): Omit<Host, 'id' | 'code'> {
  const { name, kind, chemicalPark, region, leadChains, unitId } = given;
  return {
    name,
    kind,
    region,
    unitId,
    chemicalPark: chemicalPark ? 1 : 0,
    leadChains: canonical([...leadChains]),
  };
}

function factsOf({
  name,
  kind,
  chemicalPark,
  leadChains,
  unitId,
}: HostPlan): Record<string, string | number | string[]> {
  return {
    name,
    kind,
    chemicalPark: chemicalPark ? 1 : 0,
    leadChains: [...leadChains],
    unitId: unitId ?? '',
  };
}
