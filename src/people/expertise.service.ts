import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { isIndustry } from '../reference/industries';
import { PersonExpertise } from './expertise.entity';
import type { ExpertiseRead } from './expertise.queries';
import { Person } from './person.entity';

/** As many industries as a person can seriously be at home in. */
const mostIndustries = 20;

/** Keeps what people know. It decides which items a seat is proposed for, never how a ballot counts. */
@Injectable()
export class ExpertiseService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Puts what a person knows in place of what was recorded before.
   * @throws Refused 404 for nobody, 422 'industryUnknown', 'tooManyIndustries'
   */
  async record(actor: LedgerActor, personId: string, { industries, chains }: ExpertiseRead): Promise<void> {
    const unknown = industries.find((code) => !isIndustry(code));
    if (unknown !== undefined) throw new Refused(refuse('industryUnknown', { code: unknown }), 422);
    if (industries.length > mostIndustries)
      throw new Refused(refuse('tooManyIndustries', { most: mostIndustries }), 422);
    await this.work.run(async (tx) => {
      const person = await tx.findOne(Person, sql`where id = ${personId}${tx.forUpdate}`);
      if (person === null) throw new Refused(refuse('notFound'), 404);
      await tx.run(sql`delete from person_expertise where person_id = ${personId}`);
      const rows = [
        ...[...new Set(industries)].map((code) => ({ personId, scheme: 'industry' as const, code })),
        ...[...new Set(chains)].map((code) => ({ personId, scheme: 'chain' as const, code })),
      ];
      if (rows.length > 0) await tx.insert(PersonExpertise, rows);
      await this.ledger.append(tx, {
        kind: 'person.expertise',
        actor,
        subject: { type: 'person', id: personId },
        facts: { industries: [...industries], chains: [...chains] },
      });
    });
  }
}
