import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a panel was called and who chaired it before, so that papers of earlier rounds go on naming them. */
export class LetPanelsBeRenamed1700000000477 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table panel_term (
      id varchar(26) primary key,
      panel_id varchar(26) not null references panel (id),
      position integer not null check (position >= 1),
      name varchar(60) not null,
      chair_id varchar(26) not null references person (id),
      chair_name varchar(40) not null,
      until_at varchar(24) not null,
      changed_by varchar(200) not null,
      unique (panel_id, position)
    )`);
    await runner.query('create index panel_term_chair on panel_term (chair_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table panel_term');
  }
}
