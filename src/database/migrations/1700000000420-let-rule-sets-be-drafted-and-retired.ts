import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A draft holds what was typed, whether or not it makes rules yet. A published version can be taken out of use. */
export class LetRuleSetsBeDraftedAndRetired1700000000420 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table rule_set_draft (
      id varchar(26) primary key,
      based_on_id varchar(26) not null unique references rule_set_version (id),
      typed text not null,
      revision integer not null check (revision > 0),
      created_at varchar(24) not null,
      edited_at varchar(24) not null,
      edited_by_label varchar(200) not null
    )`);
    await runner.query('alter table rule_set_version add column retired_by_label varchar(200)');
    await runner.query(
      `alter table rule_set_version add column retired_at varchar(24)
       check ((retired_at is null) = (retired_by_label is null))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table rule_set_version drop column retired_at');
    await runner.query('alter table rule_set_version drop column retired_by_label');
    await runner.query('drop table rule_set_draft');
  }
}
