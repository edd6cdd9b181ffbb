import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Who took which attachment stands in the access log alone. What only the notes of attachments knew moves there first:
 * the papers of each archive, and downloads that the log has no record of in the same second.
 */
export class NoteEachDownloadOnce1700000000660 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`insert into access_record
        (id, at, person_id, label, kind, subject_type, subject_id, address, device, detail)
      select id, at, person_id, label, kind, subject_type, subject_id, address, '', detail from file_access
      where not exists (select 1 from access_record known
        where known.subject_type = file_access.subject_type and known.subject_id = file_access.subject_id
          and known.person_id = file_access.person_id and known.kind = file_access.kind
          and substr(known.at, 1, 19) = substr(file_access.at, 1, 19))`);
    await runner.query('drop table file_access');
  }

  async down(runner: QueryRunner): Promise<void> {
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
    await runner.query(`insert into file_access
        (id, at, person_id, label, kind, subject_type, subject_id, address, detail)
      select id, at, person_id, label, kind, subject_type, subject_id, address, detail from access_record
      where subject_type = 'file' and kind in ('download', 'export') and person_id is not null`);
  }
}
