import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the virus scanner said of an attachment. Without a row nobody has scanned it, because there was no scanner. */
export class ScanAttachmentsForViruses1700000000550 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table file_scan (
      id varchar(26) primary key references stored_file (id),
      state varchar(8) not null check (state in ('waiting', 'clean', 'infected')),
      found varchar(120),
      at varchar(24) not null,
      check ((state = 'infected' and found is not null) or (state <> 'infected' and found is null))
    )`);
    await runner.query('create index file_scan_state on file_scan (state, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_scan');
  }
}
