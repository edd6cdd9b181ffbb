import { Injectable } from '@nestjs/common';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { UnitOfWork } from '../database/unit-of-work';
import { canonical } from '../domain/shared/canonical';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger, LedgerActor } from '../ledger/ledger';
import { Host, HostKind } from './host.entity';

export interface NewHost {
  readonly code: string;
  readonly name: string;
  readonly kind: HostKind;
  readonly chemicalPark: boolean;
  readonly region: string;
  readonly leadChains: readonly string[];
  /** The unit whose people state whether it accepts; null while nobody speaks for it. */
  readonly unitId: string | null;
}

/** Keeps the register of hosts. */
@Injectable()
export class HostsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** Enters a host. @returns its id. @throws Refused 'hostCodeTaken' */
  async register(actor: LedgerActor, given: NewHost): Promise<string> {
    const id = this.ids.next();
    try {
      await this.work.run(async (tx) => {
        await tx.insert(Host, {
          ...given,
          id,
          chemicalPark: given.chemicalPark ? 1 : 0,
          leadChains: canonical(given.leadChains),
        });
        const facts = { code: given.code, chemicalPark: given.chemicalPark ? 1 : 0 };
        await this.ledger.append(tx, {
          kind: 'host.registered',
          actor,
          subject: { type: 'host', id },
          facts,
        });
      });
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('hostCodeTaken', { code: given.code }), 422);
      throw error;
    }
    return id;
  }
}
