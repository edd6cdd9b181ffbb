import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { ElementAnswer, HostStatement } from './lead-answer.entity';
import { LeadAct, LeadRevision } from './lead-record.entity';

/** The key of a press counts for answering it twice alike, not for what was submitted. */
export function revisionSeal({ idempotencyKey: _, ...binding }: LeadRevision): CanonicalValue {
  return { ...binding };
}

export function actSeal(row: LeadAct): CanonicalValue {
  return { ...row };
}

export function statementSeal(row: HostStatement): CanonicalValue {
  return { ...row };
}

export function answerSeal(row: ElementAnswer): CanonicalValue {
  return { ...row };
}

/** The binding rows of this feature, for `verify`. */
export const leadSeals: readonly SealedRecord[] = [
  sealedTable('leadRevision', LeadRevision, revisionSeal),
  sealedTable('leadAct', LeadAct, actSeal),
  sealedTable('hostStatement', HostStatement, statementSeal),
  sealedTable('elementAnswer', ElementAnswer, answerSeal),
];

const some = 50;

/** A lead's state is the one its last sealed act led to, and its newest revision is the one it names. */
export const leadStandsAsActed: ConsistencyCheck = {
  name: 'each lead stands in the state its last act led to, at its newest revision',
  async run(source: Source): Promise<string[]> {
    const rows = await source.rows<{ id: string; number: string | null }>(
      sql`select lead.id, lead.number from lead
          left join lead_act act on act.lead_id = lead.id and act.position =
            (select max(position) from lead_act where lead_id = lead.id)
          where lead.state <> coalesce(act.to_state, 'draft') or lead.revision <>
            (select count(*) from lead_revision where lead_id = lead.id)
          order by lead.id limit ${some}`,
    );
    return rows.map(({ id, number }) => `lead ${number ?? id} is not in the state its acts led to`);
  },
};
