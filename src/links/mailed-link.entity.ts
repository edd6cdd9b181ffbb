import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** What a link opens, and nothing else. */
export type LinkPurpose = 'signIn' | 'ballot' | 'setup';

/** A link that was mailed to one person for one purpose. The token itself is stored nowhere. */
@Entity('mailed_link')
export class MailedLink {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  id!: string;

  @Column({ type: 'varchar', length: 16 })
  purpose!: LinkPurpose;

  /** SHA-256 of the token, 64 hex digits. */
  @Column({ name: 'token_hash', type: 'varchar', length: 64, unique: true })
  tokenHash!: string;

  /** Of the short code that opens the same, made with SECRET_KEY; only ballot links have one. */
  @Column({ name: 'code_hash', type: 'varchar', length: 64, nullable: true })
  codeHash!: string | null;

  /** The mail that carries it. */
  @Column({ name: 'mail_id', type: 'varchar', length: 26, nullable: true })
  mailId!: string | null;

  @Column({ name: 'person_id', type: 'varchar', length: 26 })
  personId!: string;

  @Column({ name: 'round_id', type: 'varchar', length: 26, nullable: true })
  roundId!: string | null;

  @Column({ name: 'round_seat_id', type: 'varchar', length: 26, nullable: true })
  roundSeatId!: string | null;

  @Column({ name: 'issued_at', type: 'varchar', length: 24 })
  issuedAt!: Instant;

  @Column({ name: 'expires_at', type: 'varchar', length: 24, nullable: true })
  expiresAt!: Instant | null;

  @Column({ name: 'revoked_at', type: 'varchar', length: 24, nullable: true })
  revokedAt!: Instant | null;

  /** A word: `reissued`, `withdrawn`, `roundClosed`. */
  @Column({ name: 'revoked_because', type: 'varchar', length: 40, nullable: true })
  revokedBecause!: string | null;

  /** When its button was first pressed; reading the page counts for nothing. */
  @Column({ name: 'used_at', type: 'varchar', length: 24, nullable: true })
  usedAt!: Instant | null;

  @Column({ name: 'last_used_at', type: 'varchar', length: 24, nullable: true })
  lastUsedAt!: Instant | null;
}
