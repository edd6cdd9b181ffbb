import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ImportState, RowOutcome, RowVerdict } from '../domain/exchange/import-states';

/** A file of leads: from its rows a person chooses which become leads of `scoutId`. Kept for thirty days. */
@Entity('lead_import')
export class LeadImport {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 10 }) state!: ImportState;
  @Column('varchar', { name: 'scout_id', length: 26 }) scoutId!: string;
  @Column('varchar', { name: 'asked_by', length: 26 }) askedBy!: string;
  @Column('varchar', { name: 'file_name', length: 200 }) fileName!: string;
  @Column('varchar', { name: 'file_digest', length: 64 }) fileDigest!: string;
  /** `SheetHead` as JSON. */
  @Column('text') head!: string;
  @Column('integer', { name: 'row_count' }) rowCount!: number;
  @Column('integer') checked!: number;
  /** Whether chosen rows are handed in once they are drafts. */
  @Column('smallint') submits!: 0 | 1;
  @Column('integer') chosen!: number;
  /** Chosen rows that are done with. */
  @Column('integer') done!: number;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: string;
  /** Since when it has been in its state. */
  @Column('varchar', { name: 'moved_at', length: 24 }) movedAt!: string;
  @Column('varchar', { name: 'applied_by', length: 26, nullable: true }) appliedBy!: string | null;
}

/** A row of the file, numbered as the spreadsheet program numbers it. */
@Entity('lead_import_row')
export class LeadImportRow {
  @PrimaryColumn('varchar', { name: 'import_id', length: 26 }) importId!: string;
  @PrimaryColumn('integer') position!: number;
  /** What the form would hold, by control, as JSON. */
  @Column('text') record!: string;
  /** `RowProblem[]` as JSON. */
  @Column('text') problems!: string;
  @Column('varchar', { length: 8 }) verdict!: RowVerdict;
  /** Fields that stand against handing it in; 0: it could be handed in. */
  @Column('integer') missing!: number;
  @Column('varchar', { length: 64, nullable: true }) digest!: string | null;
  @Column('varchar', { length: 18, nullable: true }) uscc!: string | null;
  @Column('smallint') chosen!: 0 | 1;
  @Column('varchar', { length: 10, nullable: true }) outcome!: RowOutcome | null;
  @Column('varchar', { name: 'lead_id', length: 26, nullable: true }) leadId!: string | null;
}
