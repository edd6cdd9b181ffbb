import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { RetentionRun, type LegalHold } from './legal-hold.entity';

/** A hold with the lead's number; never what the lead says. */
export type HoldLine = LegalHold & { readonly number: string };

/** Reading holds and what the retention job did. The routes decide who may. */
@Injectable()
export class LegalHoldsQueries {
  constructor(private readonly reader: Reader) {}

  /** Those that stand first, then the latest lifted. */
  all(_viewer: Viewer, most = 100): Promise<HoldLine[]> {
    return this.reader.rows<HoldLine>(
      sql`select hold.id, hold.lead_id as "leadId", hold.reason, hold.set_by as "setBy",
            hold.set_by_label as "setByLabel", hold.set_at as "setAt", hold.lifted_by as "liftedBy",
            hold.lifted_by_label as "liftedByLabel", hold.lifted_at as "liftedAt",
            hold.lifted_because as "liftedBecause", coalesce(lead.number, '') as number
          from legal_hold hold join lead on lead.id = hold.lead_id
          order by case when hold.lifted_at is null then 0 else 1 end, hold.set_at desc, hold.id limit ${most}`,
    );
  }

  runs(most = 20): Promise<RetentionRun[]> {
    return this.reader.find(RetentionRun, sql`order by at desc, id desc limit ${most}`);
  }
}
