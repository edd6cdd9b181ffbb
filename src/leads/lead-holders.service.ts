import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { contentOf } from './lead-columns';
import { LeadName } from './lead-name.entity';
import { namesOf } from './lead-names';
import { LeadSignatures } from './lead-signatures';
import { Lead } from './lead.entity';

/** Who holds a lead, and which code a lead keeps others from reporting. */
@Injectable()
export class LeadHoldersService {
  constructor(private readonly signatures: LeadSignatures) {}

  /** From now on another lead may be handed in with the same code. */
  async releaseCode(tx: Tx, leadId: string): Promise<void> {
    await tx.run(sql`update lead set claimed_uscc = null where id = ${leadId}`);
  }

  /** The leads that a person has in hand, drafts among them, the newest first, locked. */
  inHand(tx: Tx, personId: string): Promise<Lead[]> {
    return tx.find(
      Lead,
      sql`where scout_id = ${personId} and state not in ('withdrawn', 'merged', 'rejected')
          order by listed_at desc, id desc${tx.forUpdate}`,
    );
  }

  /** Gives leads to another scout; what was submitted and who reported it first stays as it is. */
  async handOver(tx: Tx, leadIds: readonly string[], toId: string, at: string): Promise<void> {
    await tx.run(
      sql`update lead set scout_id = ${toId}, updated_at = ${at} where id in ${sql.list(leadIds)}`,
    );
  }

  /** For leads of before names were kept. @returns how many were read */
  async keepNames(tx: Tx, most: number): Promise<number> {
    const leads = await tx.find(
      Lead,
      sql`where submitted_at is not null and state not in ('withdrawn', 'merged', 'rejected')
          and not exists (select 1 from lead_name where lead_name.lead_id = lead.id) and investor_key <> ''
          order by submitted_at desc limit ${most}`,
    );
    const rows = leads.flatMap((lead) => namesOf(lead.id, this.signatures.of(contentOf(lead))));
    if (rows.length > 0) await tx.insert(LeadName, rows);
    return leads.length;
  }
}
