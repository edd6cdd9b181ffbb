import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TransferState, TransferTier } from '../domain/intake/transfer';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** The secretariat's proposal that another host, or another tier, takes a lead. A host needs the scout's word. */
@Entity('lead_transfer')
export class LeadTransfer {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 4 }) kind!: 'host' | 'tier';
  /** The first choice of the scout when it was proposed. */
  @Column('varchar', { name: 'from_host_id', length: 26, nullable: true }) fromHostId!: string | null;
  @Column('varchar', { name: 'to_host_id', length: 26, nullable: true }) toHostId!: string | null;
  @Column('varchar', { length: 10, nullable: true }) tier!: TransferTier | null;
  @Column('text') reason!: string;
  @Column('varchar', { length: 10 }) state!: TransferState;
  @Column('varchar', { name: 'proposed_at', length: 24 }) proposedAt!: Instant;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('text', { nullable: true }) answer!: string | null;
  @Column('varchar', { name: 'answered_at', length: 24, nullable: true }) answeredAt!: Instant | null;
  @Column('varchar', { name: 'answered_by_id', length: 26, nullable: true }) answeredById!: string | null;
}

/** What the seal of a proposal covers: every column. */
export function transferSeal(row: LeadTransfer): CanonicalValue {
  return { ...row };
}
