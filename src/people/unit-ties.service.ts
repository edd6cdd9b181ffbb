import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { checkCreditCode } from '../domain/lead/credit-code';
import { UNIT_LEVELS } from '../domain/lead/scope-rules';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { isIndustryClass } from '../reference/industries';
import { isKnownRegion, isProvincePrefix } from '../reference/regions';
import { Unit } from './person.entity';
import type { UnitTiesGiven } from './unit-ties.form';

const longestParent = 100;

/**
 * Keeps what ties units to investors, by which a recusal is suggested, and what they belong to, by which the scope
 * rules know whose talks they report.
 */
@Injectable()
export class UnitTiesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly ledger: Ledger,
  ) {}

  /**
   * Puts what is known of a unit in place of what was recorded before.
   * @throws Refused 404 for no such unit; 422 'unitUscc', 'groupParentLong', 'unitIndustryUnknown', 'unitLevelUnknown'
   */
  async record(actor: LedgerActor, unitId: string, given: UnitTiesGiven): Promise<void> {
    const ties = checked(given);
    await this.work.run(async (tx) => {
      if ((await tx.update(Unit, ties, sql`id = ${unitId}`)) === 0)
        throw new Refused(refuse('notFound'), 404);
      await this.ledger.append(tx, {
        kind: 'unit.ties',
        actor,
        subject: { type: 'unit', id: unitId },
        facts: { ...ties },
      });
    });
  }
}

type UnitTies = Pick<Unit, 'uscc' | 'groupParent' | 'industryCode'>;

/** What would be recorded, '' as null. @throws Refused 422 with the first fault */
function checked({ uscc, groupParent, industryCode, level }: UnitTiesGiven): Partial<Unit> & UnitTies {
  const code = checkCreditCode(uscc, { isKnownRegion, isProvincePrefix });
  if (code.code !== '' && code.fault !== null)
    throw new Refused(refuse('unitUscc', { fault: code.fault }), 422);
  const parent = groupParent.normalize('NFKC').trim();
  if (parent.length > longestParent)
    throw new Refused(refuse('groupParentLong', { most: longestParent }), 422);
  const industry = industryCode.normalize('NFKC').trim().toUpperCase();
  if (industry !== '' && !isIndustryClass(industry))
    throw new Refused(refuse('unitIndustryUnknown', { code: industry.slice(0, 20) }), 422);
  const known = UNIT_LEVELS.find((one) => one === level) ?? null;
  if (level !== undefined && level !== '' && known === null)
    throw new Refused(refuse('unitLevelUnknown'), 422);
  const ties = { uscc: code.code || null, groupParent: parent || null, industryCode: industry || null };
  return level === undefined ? ties : { ...ties, level: known };
}
