import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import { sealedTable, type SealedRecord } from '../ledger/sealed-records';
import { Ambassador, CoScoutRecord, HandOver, LeadReferral, OutpostRegion } from './backers.entity';
import { Claim, ClaimAct, ClaimBlock, ClaimEvidence } from './claim.entity';
import { Dispute, DisputeAct, DisputePaper, MatchRuling } from './dispute.entity';

/** Every column of these rows binds. */
export function wholeRow(row: object): CanonicalValue {
  return { ...row };
}

/** The binding rows of first reports, for `verify`. */
export const claimSeals: readonly SealedRecord[] = [
  sealedTable('claim', Claim, wholeRow),
  sealedTable('claimAct', ClaimAct, wholeRow),
  sealedTable('claimEvidence', ClaimEvidence, wholeRow),
  sealedTable('claimBlock', ClaimBlock, wholeRow),
  sealedTable('dispute', Dispute, wholeRow),
  sealedTable('disputeAct', DisputeAct, wholeRow),
  sealedTable('disputePaper', DisputePaper, wholeRow),
  sealedTable('matchRuling', MatchRuling, wholeRow),
  sealedTable('coScout', CoScoutRecord, wholeRow),
  sealedTable('leadReferral', LeadReferral, wholeRow),
  sealedTable('ambassador', Ambassador, wholeRow),
  sealedTable('outpostRegion', OutpostRegion, wholeRow),
  sealedTable('handOver', HandOver, wholeRow),
];

const some = 50;

export const claimsStandAsActed: ConsistencyCheck = {
  name: 'each first report stands in the state its last act led to, and a lost one keeps no code from others',
  async run(source: Source): Promise<string[]> {
    const strayed = await source.rows<{ id: string }>(
      sql`select claim.id from claim left join claim_act act on act.claim_id = claim.id
            and act.position = (select max(position) from claim_act where claim_id = claim.id)
          where act.to_state is null or act.to_state <> claim.state order by claim.id limit ${some}`,
    );
    const lost = await source.rows<{ id: string }>(
      sql`select claim.id from claim join lead on lead.id = claim.lead_id
          where claim.state in ('lapsed', 'yielded') and lead.claimed_uscc is not null
          order by claim.id limit ${some}`,
    );
    const reported = await source.rows<{ id: string }>(
      sql`select claim.id from claim join lead on lead.id = claim.lead_id
          where claim.reported_at <> lead.submitted_at order by claim.id limit ${some}`,
    );
    return [
      ...strayed.map(({ id }) => `first report ${id} is not in the state its acts led to`),
      ...lost.map(({ id }) => `first report ${id} is lost, but its lead still keeps the code`),
      ...reported.map(({ id }) => `first report ${id} is not of the time of the first submission`),
    ];
  },
};

export const disputesAreWhole: ConsistencyCheck = {
  name: 'each dispute stands as its last act left it, and who lost by a ruling has no first report any more',
  async run(source: Source): Promise<string[]> {
    const silent = await source.rows<{ id: string }>(
      sql`select dispute.id from dispute where state = 'ruled' and not exists (select 1 from dispute_act act
            where act.dispute_id = dispute.id and act.move = 'rule' and act.outcome = dispute.outcome)
          order by dispute.id limit ${some}`,
    );
    const kept = await source.rows<{ id: string }>(
      sql`select dispute.id from dispute join claim on claim.lead_id = dispute.holder_lead_id
          where dispute.outcome = 'challenger' and claim.state <> 'overruled' order by dispute.id limit ${some}`,
    );
    const loose = await source.rows<{ id: string }>(
      sql`select hand_over_id as id from hand_over_lead moved join hand_over on hand_over.id = moved.hand_over_id
          where ',' || hand_over.lead_ids || ',' not like '%,' || moved.lead_id || ',%' limit ${some}`,
    );
    return [
      ...silent.map(({ id }) => `dispute ${id} is ruled on, but nobody did`),
      ...kept.map(({ id }) => `dispute ${id} was won, but the first report did not move`),
      ...loose.map(({ id }) => `hand-over ${id} names a lead that it did not hand over`),
    ];
  },
};
