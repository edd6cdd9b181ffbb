import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { AnswerVerdict, DeclineReason, Element, LeadFileKind, StatementVerdict } from './answer-words';

/** What a host says of a lead before the vote. A later statement of the same host stands before an earlier one. */
@Entity('host_statement')
export class HostStatement {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'host_id', length: 26 }) hostId!: string;
  @Column('varchar', { length: 12 }) verdict!: StatementVerdict;
  @Column('varchar', { name: 'reason_code', length: 20, nullable: true }) reasonCode!: DeclineReason | null;
  @Column('text') text!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: string;
}

/** What a support department can give of one element, with quantity and date. */
@Entity('element_answer')
export class ElementAnswer {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 12 }) element!: Element;
  @Column('varchar', { length: 12 }) verdict!: AnswerVerdict;
  /** A decimal as text, in `unit`. */
  @Column('varchar', { length: 40, nullable: true }) quantity!: string | null;
  @Column('varchar', { length: 20, nullable: true }) unit!: string | null;
  @Column('varchar', { name: 'available_on', length: 10, nullable: true }) availableOn!: string | null;
  @Column('text') text!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 120 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: string;
}

/** A paper that belongs to a lead. */
@Entity('lead_file')
export class LeadFile {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { name: 'file_id', length: 26 }) fileId!: string;
  @Column('varchar', { length: 20 }) kind!: LeadFileKind;
  @Column('varchar', { name: 'added_by', length: 26 }) addedBy!: string;
  @Column('varchar', { name: 'added_at', length: 24 }) addedAt!: string;
}
