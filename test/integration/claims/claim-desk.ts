import { sql } from '../../../src/database/sql';
import { ClaimTermsService } from '../../../src/claims/claim-terms.service';
import { Claim } from '../../../src/claims/claim.entity';
import { demoCreditCode } from '../../../src/demo/lead-book';
import { msOf, toInstant } from '../../../src/domain/shared/instant';
import type { SubmitResult } from '../../../src/leads/lead-submissions.service';
import { Verifier } from '../../../src/ledger/verifier';
import { LeadDesk, sampleOf, type Body } from '../leads/lead-desk';
import { foundCity } from '../../support/city';
import type { Dialect } from '../../../src/database/sql';

export const pdf = Buffer.from('%PDF-1.7\n%%EOF');
const day = 86_400_000;

/** A founded city with first reports at hand; every lead is of a firm of its own unless said otherwise. */
export class ClaimDesk extends LeadDesk {
  private made = 0;

  get terms(): ClaimTermsService {
    return this.city.app.get(ClaimTermsService);
  }

  /** A form of a firm that nobody else has, with some of it changed. */
  form(changes: Body = {}): Body {
    const at = (this.made += 1);
    const firm = [at % 17, Math.floor(at / 17) % 17]
      .map((n) => '衡岚曜铸澜禾晶翊锦泽峥瀚楷珩沐辰骁'.charAt(n))
      .join('');
    const mobile = `1549${String(at).padStart(7, '0')}`;
    const contact = { ...(sampleOf('S01').body['contact'] as Body), mobile };
    return {
      ...sampleOf('S01').body,
      title: `${firm}第${at}号生产基地`,
      investorName: `${firm}${at}精密制造有限公司`,
      groupParent: '',
      plannedStart: '2028-09',
      plannedProduction: '2029-12',
      uscc: demoCreditCode('320506', 3000 + at),
      contact,
      ...changes,
    };
  }

  async submitted(scout: string, changes: Body = {}): Promise<SubmitResult & { leadId: string }> {
    const leadId = await this.draft(scout, this.form(changes));
    const result = await this.submissions.submit(await this.viewer(scout), leadId);
    return { ...result, leadId };
  }

  async accepted(scout: string, changes: Body = {}): Promise<string> {
    const { leadId, ...result } = await this.submitted(scout, changes);
    if (!result.submitted) throw new Error(JSON.stringify(result));
    await this.decide(leadId, 'accept');
    return leadId;
  }

  async claim(leadId: string): Promise<Claim> {
    const claim = await this.reader.findOne(Claim, sql`where lead_id = ${leadId}`);
    if (claim === null) throw new Error(`no claim of ${leadId}`);
    return claim;
  }

  /** Days later, and what the clock does then. */
  async daysLater(days: number): Promise<void> {
    this.clock.set(toInstant(msOf(this.clock.now()) + days * day));
    await this.terms.warn(this.clock.now());
    await this.terms.lapse(this.clock.now());
  }

  /** What `verify` finds wrong; nothing, unless something is. */
  async problems(): Promise<readonly unknown[]> {
    return (await this.city.app.get(Verifier).verify(this.reader)).problems;
  }
}

export async function openClaimDesk(dialect: Dialect): Promise<ClaimDesk> {
  return new ClaimDesk(await foundCity(dialect));
}
