import { Entity, PrimaryColumn } from 'typeorm';

/** A further round that a mail is about, beside the one in its own row. */
@Entity('outbox_further_round')
export class OutboxFurtherRound {
  @PrimaryColumn({ name: 'mail_id', type: 'varchar', length: 26 })
  mailId!: string;

  @PrimaryColumn({ name: 'round_id', type: 'varchar', length: 26 })
  roundId!: string;
}
