import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitLevel } from '../domain/lead/scope-rules';

/** A unit people belong to: a department, an out-stationed team, a park, an institute, a firm, the office itself. */
@Entity('unit')
export class Unit {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) code!: string;
  @Column('varchar', { length: 60 }) name!: string;
  @Column('varchar', { length: 12 }) kind!: UnitKind;
  /** Of a firm or an institute, by which it is known as an investor's own; null where it has not been recorded. */
  @Column('varchar', { length: 18, nullable: true }) uscc!: string | null;
  /** Full name of the parent company or controller; null for none or unknown. */
  @Column('varchar', { name: 'group_parent', length: 100, nullable: true }) groupParent!: string | null;
  /** Class of GB/T 4754 that it works in, `C3670`; null for units that are in no business. */
  @Column('varchar', { name: 'industry_code', length: 5, nullable: true }) industryCode!: string | null;
  /** What it belongs to; null where nobody has said, as of institutes and firms. */
  @Column('varchar', { length: 8, nullable: true }) level!: UnitLevel | null;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: string;
}

export const UNIT_KINDS = ['department', 'outpost', 'park', 'institute', 'enterprise', 'office'] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** A person with a mailbox; `roles` is a list with commas, read with every request and never joined. */
@Entity('person')
export class Person {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 40 }) account!: string;
  @Column('varchar', { length: 40 }) name!: string;
  @Column('varchar', { length: 60 }) post!: string;
  @Column('varchar', { length: 254 }) email!: string;
  @Column('varchar', { length: 24, nullable: true }) mobile!: string | null;
  @Column('varchar', { name: 'unit_id', length: 26 }) unitId!: string;
  @Column('varchar', { length: 120 }) roles!: string;
  @Column('varchar', { length: 5, nullable: true }) locale!: string | null;
  @Column('varchar', { name: 'password_hash', length: 120, nullable: true }) passwordHash!: string | null;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: string;
  @Column('varchar', { name: 'disabled_at', length: 24, nullable: true }) disabledAt!: string | null;
}

/** A browser that was let in: a signed-in person, or the seat that a voting link opened. */
@Entity('session')
export class Session {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'token_hash', length: 64 }) tokenHash!: string;
  @Column('varchar', { length: 8 }) kind!: 'person' | 'ballot';
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  @Column('varchar', { name: 'link_id', length: 26, nullable: true }) linkId!: string | null;
  @Column('varchar', { name: 'round_id', length: 26, nullable: true }) roundId!: string | null;
  @Column('varchar', { name: 'round_seat_id', length: 26, nullable: true }) roundSeatId!: string | null;
  /** How its holder proved who they are; after a mailed link nobody is asked for the password they forgot. */
  @Column('varchar', { name: 'opened_by', length: 8 }) openedBy!: 'password' | 'link' | 'demo';
  @Column('varchar', { length: 120 }) device!: string;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: string;
  @Column('varchar', { name: 'seen_at', length: 24 }) seenAt!: string;
  @Column('varchar', { name: 'expires_at', length: 24 }) expiresAt!: string;
  @Column('varchar', { name: 'ended_at', length: 24, nullable: true }) endedAt!: string | null;
  /** When its holder last showed who they are; null for the session of a voting link, which is never asked. */
  @Column('varchar', { name: 'proven_at', length: 24, nullable: true }) provenAt!: string | null;
  /** Of the last code that was mailed to prove it again, and when; null for none, or once it has been used. */
  @Column('varchar', { name: 'proof_code_hash', length: 64, nullable: true }) proofCodeHash!: string | null;
  @Column('varchar', { name: 'proof_code_at', length: 24, nullable: true }) proofCodeAt!: string | null;
}

/** One try to sign in, kept for the limit on guesses and for the inspector. */
@Entity('sign_in_attempt')
export class SignInAttempt {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'email', length: 254 }) email!: string;
  @Column('varchar', { length: 45 }) address!: string;
  @Column('varchar', { length: 12 }) outcome!: 'right' | 'wrong' | 'locked' | 'disabled';
  @Column('varchar', { length: 24 }) at!: string;
}
