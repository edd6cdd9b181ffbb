import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

export type MailState = 'queued' | 'sending' | 'sent' | 'failed' | 'dropped';

/** A mail to one recipient, from the act that causes it until it is sent or given up. */
@Entity('outbox_mail')
export class OutboxMail {
  @PrimaryColumn({ type: 'varchar', length: 26 })
  id!: string;

  /** Which mail of the program it is, `ballot.receipt`. */
  @Column({ type: 'varchar', length: 60 })
  kind!: string;

  @Column({ name: 'to_address', type: 'varchar', length: 254 })
  toAddress!: string;

  @Column({ name: 'to_name', type: 'varchar', length: 120 })
  toName!: string;

  @Column({ name: 'to_person_id', type: 'varchar', length: 26, nullable: true })
  toPersonId!: string | null;

  @Column({ name: 'round_id', type: 'varchar', length: 26, nullable: true })
  roundId!: string | null;

  @Column({ type: 'varchar', length: 200 })
  subject!: string;

  /** Text and HTML, encrypted, because they may hold a link with its token; empty when no longer needed. */
  @Column({ name: 'body_sealed', type: 'text' })
  bodySealed!: string;

  @Column({ type: 'varchar', length: 8 })
  state!: MailState;

  @Column({ type: 'integer' })
  attempts!: number;

  /** Not tried before this. */
  @Column({ name: 'next_at', type: 'varchar', length: 24 })
  nextAt!: Instant;

  @Column({ name: 'lease_owner', type: 'varchar', length: 26, nullable: true })
  leaseOwner!: string | null;

  /** Until then the mail belongs to the worker that took it; afterwards another may take it. */
  @Column({ name: 'lease_until', type: 'varchar', length: 24, nullable: true })
  leaseUntil!: Instant | null;

  /** The same on every try, so that a mail that was delivered twice shows once. */
  @Column({ name: 'message_id', type: 'varchar', length: 320, unique: true })
  messageId!: string;

  @Column({ name: 'last_error', type: 'varchar', length: 300, nullable: true })
  lastError!: string | null;

  @Column({ name: 'created_at', type: 'varchar', length: 24 })
  createdAt!: Instant;

  @Column({ name: 'sent_at', type: 'varchar', length: 24, nullable: true })
  sentAt!: Instant | null;
}
