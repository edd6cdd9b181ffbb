import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever is out-stationed is so from a day until another; when it has passed, their leads wait for a hand-over. */
export class SayHowLongPeopleArePosted1700000000701 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table posting (
      id varchar(26) primary key,
      person_id varchar(26) not null references person (id),
      unit_id varchar(26) not null references unit (id),
      from_day varchar(10) not null,
      until_day varchar(10),
      reason varchar(200) not null check (reason <> ''),
      changed_by_id varchar(26) not null references person (id),
      changed_by_label varchar(140) not null,
      changed_at varchar(24) not null,
      check (until_day is null or until_day >= from_day)
    )`);
    await runner.query('create unique index posting_person on posting (person_id, from_day)');
    await runner.query('create index posting_unit on posting (unit_id)');
    await runner.query('create index posting_until on posting (until_day)');
    await runner.query('create index posting_changed_by on posting (changed_by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table posting');
  }
}
