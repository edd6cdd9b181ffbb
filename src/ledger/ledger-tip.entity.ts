import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The last entry, as one row to take turns on. The database moves it when an entry is inserted. */
@Entity('ledger_tip')
export class LedgerTip {
  @PrimaryColumn({ type: 'smallint' })
  id!: number;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;
}
