import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People and rounds are named by id only: the outbox lies below both and outlives them. */
export class CreateOutbox1700000000210 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table outbox_mail (
      id varchar(26) primary key,
      kind varchar(60) not null,
      to_address varchar(254) not null,
      to_name varchar(120) not null,
      to_person_id varchar(26),
      round_id varchar(26),
      subject varchar(200) not null,
      body_sealed text not null,
      state varchar(8) not null check (state in ('queued', 'sending', 'sent', 'failed', 'dropped')),
      attempts integer not null,
      next_at varchar(24) not null,
      lease_owner varchar(26),
      lease_until varchar(24),
      message_id varchar(320) not null unique,
      last_error varchar(300),
      created_at varchar(24) not null,
      sent_at varchar(24)
    )`);
    await runner.query('create index outbox_mail_due on outbox_mail (state, next_at)');
    await runner.query('create index outbox_mail_address on outbox_mail (to_address, id)');
    await runner.query('create index outbox_mail_person on outbox_mail (to_person_id)');
    await runner.query('create index outbox_mail_round on outbox_mail (round_id, kind)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table outbox_mail');
  }
}
