import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Instant } from '../domain/shared/instant';

/** A browser from which a seat's link was used. It is known again by a mark that only that browser holds. */
@Entity('link_device')
export class LinkDevice {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'round_seat_id', length: 26 }) roundSeatId!: string;
  @Column('varchar', { name: 'person_id', length: 26 }) personId!: string;
  /** The link that was used there first. */
  @Column('varchar', { name: 'link_id', length: 26 }) linkId!: string;
  /** SHA-256 of the mark. */
  @Column('varchar', { name: 'mark_hash', length: 64 }) markHash!: string;
  /** Coarse, `android/wechat`. */
  @Column('varchar', { length: 40 }) device!: string;
  /** From 1, in the order of first use; every one after the first was told to the enrolled mailbox. */
  @Column('integer') position!: number;
  @Column('varchar', { name: 'first_at', length: 24 }) firstAt!: Instant;
}

/** One try to come in by a short code, kept for the limit on guesses. */
@Entity('link_code_attempt')
export class LinkCodeAttempt {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  /** The id of the person whose code was tried; where nobody has such an address or seat, what was typed. */
  @Column('varchar', { length: 254 }) whom!: string;
  @Column('varchar', { length: 8 }) outcome!: 'right' | 'wrong' | 'locked';
  @Column('varchar', { length: 24 }) at!: Instant;
}

/** A code that was mailed after the button was pressed, where the panel asks for one. Good in one browser, once. */
@Entity('link_step')
export class LinkStep {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'link_id', length: 26 }) linkId!: string;
  /** SHA-256 of what the browser holds that pressed the button. */
  @Column('varchar', { name: 'browser_hash', length: 64 }) browserHash!: string;
  /** Of the six digits, made with SECRET_KEY. */
  @Column('varchar', { name: 'code_hash', length: 64 }) codeHash!: string;
  /** How the holder came: by the address in the mail, or by its short code. */
  @Column('varchar', { length: 4 }) way!: 'link' | 'code';
  /** Digits typed so far, right or wrong. */
  @Column('integer') tries!: number;
  @Column('varchar', { name: 'sent_at', length: 24 }) sentAt!: Instant;
  @Column('varchar', { name: 'expires_at', length: 24 }) expiresAt!: Instant;
  @Column('varchar', { name: 'used_at', length: 24, nullable: true }) usedAt!: Instant | null;
}
