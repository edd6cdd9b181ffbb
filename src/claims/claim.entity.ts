import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { EvidenceKind } from '../domain/claim/evidence';
import type { ClaimMove, ClaimState } from '../domain/claim/states';
import type { Day, Instant } from '../domain/shared/instant';

/**
 * The first report of a lead: who was first, by the server's clock, and how long that protects. Whose name stands
 * here stays, whoever has the lead in hand later.
 */
@Entity('claim')
export class Claim {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 12 }) state!: ClaimState;
  @Column('varchar', { name: 'reported_at', length: 24 }) reportedAt!: Instant;
  @Column('varchar', { name: 'scout_id', length: 26 }) scoutId!: string;
  @Column('varchar', { name: 'scout_name', length: 40 }) scoutName!: string;
  @Column('varchar', { name: 'unit_name', length: 60 }) unitName!: string;
  /** Printed on the receipt: whoever holds it can have it checked. */
  @Column('varchar', { name: 'receipt_code', length: 19 }) receiptCode!: string;
  @Column('varchar', { name: 'protected_from', length: 24, nullable: true }) protectedFrom!: Instant | null;
  @Column('varchar', { name: 'protected_until', length: 24, nullable: true }) protectedUntil!: Instant | null;
  /** The last follow-up: evidence of progress, or a move of the lead. */
  @Column('varchar', { name: 'followed_at', length: 24, nullable: true }) followedAt!: Instant | null;
  /** From then on the light is amber. */
  @Column('varchar', { name: 'amber_at', length: 24, nullable: true }) amberAt!: Instant | null;
  /** From then on it is lost: silence, or the end of the protection. */
  @Column('varchar', { name: 'lapses_at', length: 24, nullable: true }) lapsesAt!: Instant | null;
  /** When the scout was told that it will lapse; null again after a follow-up. */
  @Column('varchar', { name: 'warned_at', length: 24, nullable: true }) warnedAt!: Instant | null;
  @Column('varchar', { name: 'changed_at', length: 24 }) changedAt!: Instant;
}

/** One move of a first report: who, when, why. */
@Entity('claim_act')
export class ClaimAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'claim_id', length: 26 }) claimId!: string;
  /** 1, 2, 3 … within its claim; the first is the report itself. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) move!: ClaimMove | 'report';
  @Column('varchar', { name: 'to_state', length: 12 }) toState!: ClaimState;
  /** Null when it fell due by rule. */
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  @Column('text', { nullable: true }) reason!: string | null;
}

/** Progress that renewed a first report. */
@Entity('claim_evidence')
export class ClaimEvidence {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'claim_id', length: 26 }) claimId!: string;
  @Column('varchar', { length: 12 }) kind!: EvidenceKind;
  @Column('varchar', { name: 'occurred_on', length: 10 }) occurredOn!: Day;
  @Column('text') note!: string;
  @Column('varchar', { name: 'file_id', length: 26, nullable: true }) fileId!: string | null;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** A scout was told that another has reported the code: from the first time on the days for a dispute run. */
@Entity('claim_block')
export class ClaimBlock {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** The lead that could not be handed in. */
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'holder_lead_id', length: 26 }) holderLeadId!: string;
  @Column('varchar', { name: 'told_to', length: 26 }) toldTo!: string;
  @Column('varchar', { name: 'told_at', length: 24 }) toldAt!: Instant;
  /** The last moment for a dispute. */
  @Column('varchar', { name: 'dispute_by', length: 24 }) disputeBy!: Instant;
}
