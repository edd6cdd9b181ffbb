import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DuplicateGrade } from '../domain/lead/duplicates';
import type { LeadMove, LeadState } from '../domain/lead/states';

/** What a scout submitted, unchangeable. `findings` is what the rules said of it then, canonical JSON. */
@Entity('lead_revision')
export class LeadRevision {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** 1, 2, 3 … within its lead. */
  @Column('integer') number!: number;
  @Column('text') content!: string;
  @Column('text') findings!: string;
  /** SHA-256 of the content. */
  @Column('varchar', { length: 64 }) digest!: string;
  @Column('varchar', { name: 'submitted_at', length: 24 }) submittedAt!: string;
  @Column('varchar', { name: 'submitted_by', length: 26 }) submittedBy!: string;
  @Column('varchar', { name: 'idempotency_key', length: 64, nullable: true }) idempotencyKey!: string | null;
  /** 1: with its people, from before they stood apart; 2: without them. */
  @Column('integer', { default: 1 }) layout!: number;
}

/** One move of a lead: who, when, why. */
@Entity('lead_act')
export class LeadAct {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  /** 1, 2, 3 … within its lead: two acts can never start from the same state of affairs. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 16 }) move!: LeadMove;
  @Column('varchar', { name: 'from_state', length: 12 }) fromState!: LeadState;
  @Column('varchar', { name: 'to_state', length: 12 }) toState!: LeadState;
  /** Null when the program acted by rule. */
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: string;
  @Column('text', { nullable: true }) reason!: string | null;
  @Column('integer') revision!: number;
  /** The lead that stays, for a merge. */
  @Column('varchar', { name: 'other_lead_id', length: 26, nullable: true }) otherLeadId!: string | null;
}

/** Another live lead that a submitted revision looks like. */
@Entity('lead_duplicate')
export class LeadDuplicate {
  @PrimaryColumn('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @PrimaryColumn('integer') revision!: number;
  @PrimaryColumn('varchar', { name: 'other_id', length: 26 }) otherId!: string;
  @Column('varchar', { length: 1 }) grade!: DuplicateGrade;
  /** Grounds with commas. */
  @Column('varchar', { length: 80 }) grounds!: string;
  @Column('varchar', { length: 6 }) similarity!: string;
  @Column('varchar', { name: 'noted_at', length: 24 }) notedAt!: string;
}

/** One reason of the city's list that a lead was returned for, in the words it had then; the act holds them too. */
@Entity('lead_return_reason')
export class LeadReturnReason {
  @PrimaryColumn('varchar', { name: 'act_id', length: 26 }) actId!: string;
  @PrimaryColumn('integer') position!: number;
  @Column('varchar', { length: 40 }) code!: string;
  /** The field of the form that it points at. */
  @Column('varchar', { length: 40 }) field!: string;
  @Column('varchar', { length: 200 }) text!: string;
}
