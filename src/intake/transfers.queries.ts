import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { LeadTransfer } from './transfer.entity';

/** A proposal with the names of its hosts. */
export interface TransferRead extends LeadTransfer {
  readonly fromName: string | null;
  readonly toName: string | null;
}

/** Reads what was proposed for a lead. */
@Injectable()
export class TransfersQueries {
  constructor(private readonly reader: Reader) {}

  /** Oldest first; whether the lead may be seen the caller has decided. */
  ofLead(leadId: string): Promise<TransferRead[]> {
    return this.reader.rows<TransferRead>(
      sql`select said.id, said.lead_id as "leadId", said.kind, said.from_host_id as "fromHostId",
            said.to_host_id as "toHostId", said.tier, said.reason, said.state, said.proposed_at as "proposedAt",
            said.by_id as "byId", said.by_label as "byLabel", said.answer, said.answered_at as "answeredAt",
            said.answered_by_id as "answeredById", left_host.name as "fromName", to_host.name as "toName"
          from lead_transfer said left join host left_host on left_host.id = said.from_host_id
          left join host to_host on to_host.id = said.to_host_id
          where said.lead_id = ${leadId} order by said.proposed_at, said.id`,
    );
  }
}
