import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who was told of which promise, each step once, and the one digest that each person gets on a day. */
export class TellPeopleOfLatePromises1700000000593 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table promise_digest (
      id varchar(26) primary key,
      person_id varchar(26) not null references person (id),
      on_day varchar(10) not null,
      at varchar(24) not null,
      mail_id varchar(26) not null references outbox_mail (id),
      unique (person_id, on_day)
    )`);
    await runner.query('create index promise_digest_mail on promise_digest (mail_id)');
    await runner.query(`create table promise_escalation (
      id varchar(26) primary key,
      digest_id varchar(26) not null references promise_digest (id),
      person_id varchar(26) not null references person (id),
      kind varchar(20) not null,
      subject_id varchar(40) not null,
      begun_at varchar(24) not null,
      due_at varchar(24) not null,
      step varchar(10) not null check (step in ('owner', 'head', 'leaders')),
      at varchar(24) not null,
      unique (kind, subject_id, begun_at, step, person_id)
    )`);
    await runner.query('create index promise_escalation_digest on promise_escalation (digest_id)');
    await runner.query('create index promise_escalation_person on promise_escalation (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table promise_escalation');
    await runner.query('drop table promise_digest');
  }
}
