import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { VetoState } from '../domain/ballot/veto';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A veto of one seat on one item: what it was raised on, and who settled it. Withdrawn ones stay on record. */
@Entity('veto')
export class Veto {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_id', length: 26 }) roundId!: string;
  @Column('varchar', { name: 'item_id', length: 26 }) itemId!: string;
  /** The seat that raised it. */
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  /** A code of the veto list of the round's rubric, `V02`. */
  @Column('varchar', { length: 40 }) ground!: string;
  /** The legal basis as stated; `''` where the ground is dealt with outside this system. */
  @Column('text') basis!: string;
  @Column('text') facts!: string;
  @Column('varchar', { length: 10 }) state!: VetoState;
  @Column('varchar', { name: 'raised_at', length: 24 }) raisedAt!: Instant;
  @Column('varchar', { name: 'raised_by', length: 26 }) raisedBy!: string;
  @Column('varchar', { name: 'raised_label', length: 200 }) raisedLabel!: string;
  @Column('varchar', { name: 'settled_at', length: 24, nullable: true }) settledAt!: Instant | null;
  @Column('varchar', { name: 'settled_by', length: 26, nullable: true }) settledBy!: string | null;
  /** The seat that settled it; null where a body did. */
  @Column('varchar', { name: 'settled_seat_id', length: 26, nullable: true }) settledSeatId!: string | null;
  @Column('varchar', { name: 'settled_label', length: 200, nullable: true }) settledLabel!: string | null;
  /** What was said; `''` for nothing. */
  @Column('text', { name: 'settled_reason', nullable: true }) settledReason!: string | null;
  /** SHA-256 over seat, item, the page's key and the content, as of a ballot. */
  @Column('varchar', { name: 'idempotency_key', length: 64, unique: true }) idempotencyKey!: string;
}

/** What the seal of a veto covers: every column. */
export function sealOfVeto(row: Veto): CanonicalValue {
  const { id, roundId, itemId, roundSeatId, ground, basis, facts, state, idempotencyKey } = row;
  const { raisedAt, raisedBy, raisedLabel } = row;
  const { settledAt, settledBy, settledSeatId, settledLabel, settledReason } = row;
  const raised = { raisedAt, raisedBy, raisedLabel };
  const settled = { settledAt, settledBy, settledSeatId, settledLabel, settledReason };
  return {
    id,
    roundId,
    itemId,
    roundSeatId,
    ground,
    basis,
    facts,
    state,
    idempotencyKey,
    ...raised,
    ...settled,
  };
}
