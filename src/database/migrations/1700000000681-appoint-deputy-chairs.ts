import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Panels have a deputy chair, and papers of earlier rounds go on naming the one of their time. */
export class AppointDeputyChairs1700000000681 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table panel add column deputy_id varchar(26) default null');
    await runner.query('create index panel_deputy on panel (deputy_id)');
    await runner.query('alter table panel_term add column deputy_id varchar(26) default null');
    await runner.query('alter table panel_term add column deputy_name varchar(40) default null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table panel_term drop column deputy_name');
    await runner.query('alter table panel_term drop column deputy_id');
    await runner.query('drop index panel_deputy');
    await runner.query('alter table panel drop column deputy_id');
  }
}
