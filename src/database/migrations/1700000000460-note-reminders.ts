import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Whom a round reminded, by which mail and at which of the hours that its rules name. A mail may be about several
 * rounds: one that has ended takes back what has not left yet.
 */
export class NoteReminders1700000000460 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table outbox_further_round (
      mail_id varchar(26) not null references outbox_mail (id),
      round_id varchar(26) not null,
      primary key (mail_id, round_id)
    )`);
    await runner.query('create index outbox_further_round_round on outbox_further_round (round_id)');
    await runner.query(`create table reminder_sent (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      round_seat_id varchar(26) not null references round_seat (id),
      person_id varchar(26) not null references person (id),
      deadline_at varchar(24) not null,
      hours_before integer check (hours_before > 0),
      mail_id varchar(26) not null references outbox_mail (id),
      queued_at varchar(24) not null,
      check (queued_at < deadline_at),
      unique (round_seat_id, deadline_at, hours_before)
    )`);
    await runner.query('create index reminder_sent_round on reminder_sent (round_id)');
    await runner.query('create index reminder_sent_person on reminder_sent (person_id)');
    await runner.query('create index reminder_sent_mail on reminder_sent (mail_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table reminder_sent');
    await runner.query('drop table outbox_further_round');
  }
}
