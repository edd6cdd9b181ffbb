import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Track } from '../domain/lead/dictionaries';
import type { DuplicateGrade } from '../domain/lead/duplicates';
import type { Tier } from '../domain/lead/scope-rules';
import type { LeadState } from '../domain/lead/states';
import type { LeadTab } from './lead-tabs';

/**
 * A reported possibility of investment. `content` is what its scout states now; what was submitted stands in its
 * revisions. Amounts are hundredths of 万元.
 */
@Entity('lead')
export class Lead {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** `L-2026-00017`, drawn at the first submission. */
  @Column('varchar', { length: 16, nullable: true }) number!: string | null;
  @Column('varchar', { length: 12 }) state!: LeadState;
  /** The tab of the list that its state belongs to. */
  @Column('varchar', { length: 12 }) tab!: LeadTab;
  @Column('varchar', { length: 16, nullable: true }) track!: Track | null;
  @Column('varchar', { length: 60 }) title!: string;
  @Column('varchar', { name: 'investor_name', length: 100 }) investorName!: string;
  @Column('varchar', { length: 18, nullable: true }) uscc!: string | null;
  /** The code a live lead was submitted with: no second live lead can be submitted with it. */
  @Column('varchar', { name: 'claimed_uscc', length: 18, nullable: true }) claimedUscc!: string | null;
  @Column('varchar', { name: 'investor_key', length: 400 }) investorKey!: string;
  @Column('varchar', { name: 'parent_key', length: 400, nullable: true }) parentKey!: string | null;
  @Column('varchar', { name: 'title_key', length: 400 }) titleKey!: string;
  @Column('varchar', { name: 'mobile_hash', length: 64, nullable: true }) mobileHash!: string | null;
  @Column('varchar', { name: 'industry_code', length: 5, nullable: true }) industryCode!: string | null;
  @Column('integer', { name: 'total_investment', nullable: true }) totalInvestment!: number | null;
  @Column('integer', { name: 'fixed_asset', nullable: true }) fixedAsset!: number | null;
  /** 1: who invests is hidden outside the panel and the parties. */
  @Column('integer', { default: 0 }) restricted!: number;
  @Column('varchar', { name: 'scout_id', length: 26 }) scoutId!: string;
  @Column('varchar', { name: 'scout_unit_id', length: 26 }) scoutUnitId!: string;
  @Column('varchar', { name: 'first_host_id', length: 26, nullable: true }) firstHostId!: string | null;
  /** Number of the newest revision; 0 while it was never submitted. */
  @Column('integer') revision!: number;
  @Column('text') content!: string;
  @Column('varchar', { name: 'content_digest', length: 64 }) contentDigest!: string;
  @Column('varchar', { name: 'creation_key', length: 64, nullable: true }) creationKey!: string | null;
  /** Digest of the content it was registered with: by it a repeated registration is known. */
  @Column('varchar', { name: 'creation_digest', length: 64 }) creationDigest!: string;
  /** How much the newest revision is like another lead; null when nothing points to one. */
  @Column('varchar', { name: 'duplicate_grade', length: 1, nullable: true })
  duplicateGrade!: DuplicateGrade | null;
  /** Who judges it by the scope rules of the day it was handed in; null while it is a draft. */
  @Column('varchar', { length: 8, nullable: true }) tier!: Tier | null;
  /** 1 where a target firm or a gap in a chain asks for it; kept by the chains. */
  @Column('smallint', { default: 0 }) wanted!: 0 | 1;
  @Column('varchar', { name: 'round_id', length: 26, nullable: true }) roundId!: string | null;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: string;
  @Column('varchar', { name: 'updated_at', length: 24 }) updatedAt!: string;
  /** When it was first submitted, before that when it was registered: the order of a scout's own list. */
  @Column('varchar', { name: 'listed_at', length: 24 }) listedAt!: string;
  /** Since when it has been in its state. */
  @Column('varchar', { name: 'state_at', length: 24 }) stateAt!: string;
  /** The first submission, which is the claim of first report. */
  @Column('varchar', { name: 'submitted_at', length: 24, nullable: true }) submittedAt!: string | null;
  @Column('varchar', { name: 'accepted_at', length: 24, nullable: true }) acceptedAt!: string | null;
  /** When its contact and referrer were erased; they are in none of its revisions any more either. */
  @Column('varchar', { name: 'people_erased_at', length: 24, nullable: true }) peopleErasedAt!: string | null;
}

/** The places a lead is meant for, first choice first. */
@Entity('lead_host')
export class LeadHost {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('varchar', { name: 'host_id', length: 26 }) hostId!: string;
}

/** Pairs of neighbouring symbols of what a submitted lead is looked for by, in the order of first submission. */
@Entity('lead_gram')
export class LeadGram {
  @PrimaryColumn('varchar', { length: 4 }) gram!: string;
  @PrimaryColumn('varchar', { name: 'listed_at', length: 24, default: '' }) listedAt!: string;
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
}
