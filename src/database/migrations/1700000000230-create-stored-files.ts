import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The bytes lie under DATA_DIR by their hash; people and subjects are named by id only. */
export class CreateStoredFiles1700000000230 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table stored_file (
      id varchar(26) primary key,
      sha256 varchar(64) not null,
      name varchar(120) not null,
      media_type varchar(100) not null,
      size integer not null check (size > 0),
      subject_type varchar(40) not null,
      subject_id varchar(60) not null,
      uploaded_by varchar(26),
      uploaded_at varchar(24) not null
    )`);
    await runner.query('create index stored_file_sha256 on stored_file (sha256)');
    await runner.query('create index stored_file_subject on stored_file (subject_type, subject_id)');
    await runner.query('create index stored_file_uploaded_by on stored_file (uploaded_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table stored_file');
  }
}
