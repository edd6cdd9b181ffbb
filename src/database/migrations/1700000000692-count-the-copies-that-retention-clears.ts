import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Contacts stand also in the rows of imported spreadsheets; a run says how many of them it cleared. */
export class CountTheCopiesThatRetentionClears1700000000692 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table retention_run add column copies integer not null default 0');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table retention_run drop column copies');
  }
}
