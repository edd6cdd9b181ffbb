import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments whose bytes on disk were no longer those that were uploaded when somebody wanted them. */
export class NoteAttachmentsFoundAltered1700000000551 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table file_alert (
      id varchar(26) primary key references stored_file (id),
      first_at varchar(24) not null,
      last_at varchar(24) not null,
      times integer not null check (times >= 1),
      check (last_at >= first_at)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_alert');
  }
}
