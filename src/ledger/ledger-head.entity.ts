import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** A point of the chain that was told to people outside (mailed, printed), so that a later rewriting shows. */
@Entity('ledger_head')
export class LedgerHead {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  id!: string;

  @Column({ type: 'integer' })
  seq!: number;

  @Column({ type: 'varchar', length: 64 })
  hash!: string;

  /** Why it was fixed, `round.closed Y-2026-03`. */
  @Column({ type: 'varchar', length: 120 })
  cause!: string;

  @Column({ type: 'varchar', length: 24 })
  at!: Instant;

  /** Ed25519 over number and hash, base64; null where no key was at hand. */
  @Column({ type: 'varchar', length: 88, nullable: true })
  signature!: string | null;
}
