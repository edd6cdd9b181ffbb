import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Day, Instant } from '../domain/shared/instant';

export const RECORD_KINDS = ['response', 'answer', 'followUp'] as const;
/** A first word to the scout, an answer to them, a follow-up with the investor. */
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What was done to keep a promise: which day, what was said, by whom. */
@Entity('promise_record')
export class PromiseRecord {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'lead_id', length: 26 }) leadId!: string;
  @Column('varchar', { length: 10 }) kind!: RecordKind;
  @Column('varchar', { name: 'on_day', length: 10 }) onDay!: Day;
  @Column('text') note!: string;
  @Column('varchar', { name: 'by_id', length: 26 }) byId!: string;
  @Column('varchar', { name: 'by_label', length: 140 }) byLabel!: string;
  @Column('varchar', { length: 24 }) at!: Instant;
  /** Of the form it came with, so that a second press makes no second one. */
  @Column('varchar', { name: 'sent_key', length: 64 }) sentKey!: string;
}

/** What the seal of a record covers: every column. */
export function sealOfRecord(row: PromiseRecord): CanonicalValue {
  const { id, leadId, kind, onDay, note, byId, byLabel, at, sentKey } = row;
  return { id, leadId, kind, onDay, note, byId, byLabel, at, sentKey };
}
