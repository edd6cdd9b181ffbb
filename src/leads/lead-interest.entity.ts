import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { InterestGround, InterestStanding } from '../domain/round/interests';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** That somebody has, or is thought to have, an interest in a lead that a round judges. */
@Entity('lead_interest')
export class LeadInterest {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  /** The seat of the panel that the person holds or stands in for. */
  @Column('varchar', { name: 'seat_id', length: 26 }) seatId!: string;
  /** Ground codes with commas, as known when it was last written. */
  @Column('varchar', { length: 120 }) grounds!: string;
  @Column('varchar', { length: 10 }) standing!: InterestStanding;
  /** 1 where the person is kept from everything of the lead: follows from standing and grounds. */
  @Column('smallint', { name: 'keeps_away' }) keepsAway!: number;
  /** Why it was confirmed or dismissed; of a declared one the person's own words. */
  @Column('text') reason!: string;
  @Column('varchar', { name: 'noted_at', length: 24 }) notedAt!: Instant;
  @Column('varchar', { name: 'decided_at', length: 24, nullable: true }) decidedAt!: Instant | null;
  /** Null while nobody has decided, and where the rule decides. */
  @Column('varchar', { name: 'decided_by', length: 26, nullable: true }) decidedBy!: string | null;
}

export function sealOfInterest(row: LeadInterest): CanonicalValue {
  return { ...row };
}

export const groundsOf = ({ grounds }: Pick<LeadInterest, 'grounds'>): InterestGround[] =>
  grounds.split(',') as InterestGround[];
