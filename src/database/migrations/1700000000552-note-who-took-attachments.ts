import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who took which attachment away and when. No reference to the attachment: the note outlives it. */
export class NoteWhoTookAttachments1700000000552 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table file_access (
      id varchar(26) primary key,
      at varchar(24) not null,
      person_id varchar(26) not null references person (id),
      label varchar(140) not null,
      kind varchar(16) not null check (kind in ('download', 'export')),
      subject_type varchar(40) not null,
      subject_id varchar(60) not null,
      address varchar(45) not null,
      detail varchar(200) not null
    )`);
    await runner.query('create index file_access_at on file_access (at, id)');
    await runner.query('create index file_access_person on file_access (person_id, at)');
    await runner.query('create index file_access_subject on file_access (subject_type, subject_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table file_access');
  }
}
