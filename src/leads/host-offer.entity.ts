import { Column, Entity, PrimaryColumn } from 'typeorm';

/** What a statement asks for: a condition with its day, or what would have to change after a decline. */
@Entity('statement_term')
export class StatementTerm {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'statement_id', length: 26 }) statementId!: string;
  /** 1, 2, 3 … of its statement. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 12 }) kind!: 'condition' | 'remedy';
  @Column('text') text!: string;
  @Column('varchar', { name: 'due_on', length: 10, nullable: true }) dueOn!: string | null;
}

/** A lead offered to a host that its scout had not named; a host is offered a lead once. */
@Entity('host_offer')
export class HostOffer {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'host_id', length: 26 }) hostId!: string;
  /** 1, 2, 3 … of its lead. */
  @Column('integer') position!: number;
  /** `declined`: by rule, because those asked before declined. `chosen`: by the secretariat. */
  @Column('varchar', { length: 12 }) cause!: 'declined' | 'chosen';
  /** Points of fit at that time, two decimals. */
  @Column('varchar', { name: 'fit_score', length: 8 }) fitScore!: string;
  @Column('text') reason!: string;
  /** How the investor agreed; '' where the scout had ticked that the project may be moved. */
  @Column('text') consent!: string;
  /** Per cent that stays with who reported first, and for how many years (lead-form rule 3.6.5). */
  @Column('integer', { name: 'origin_share' }) originShare!: number;
  @Column('integer', { name: 'share_years' }) shareYears!: number;
  @Column('varchar', { name: 'by_id', length: 26, nullable: true }) byId!: string | null;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { name: 'offered_at', length: 24 }) offeredAt!: string;
}

/** Why a lead that every host has declined goes on all the same. */
@Entity('declined_word')
export class DeclinedWord {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('text') text!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: string;
}
