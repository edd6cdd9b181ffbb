import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was reminded of which answer, so that nobody is told twice of one term. */
export class RemindOfAnswers1700000000572 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table answer_reminder (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      person_id varchar(26) not null references person (id),
      subject varchar(40) not null,
      standing varchar(8) not null check (standing in ('soon', 'late')),
      due_at varchar(24) not null,
      mail_id varchar(26) not null references outbox_mail (id),
      queued_at varchar(24) not null,
      unique (lead_id, person_id, subject, standing, due_at)
    )`);
    await runner.query('create index answer_reminder_person on answer_reminder (person_id)');
    await runner.query('create index answer_reminder_mail on answer_reminder (mail_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table answer_reminder');
  }
}
