import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who came in, took something away, was shown something guarded or was turned away: apart from the ledger, and for a time. */
export class KeepAnAccessLog1700000000560 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table access_record (
      id varchar(26) primary key,
      at varchar(24) not null,
      person_id varchar(26) references person (id),
      label varchar(140) not null,
      kind varchar(16) not null check (kind in
        ('signIn', 'signInFailed', 'download', 'export', 'unmask', 'restrictedView', 'denied', 'erasure')),
      subject_type varchar(40) not null,
      subject_id varchar(60) not null,
      address varchar(45) not null,
      device varchar(40) not null,
      detail varchar(200) not null
    )`);
    await runner.query('create index access_record_at on access_record (at, id)');
    await runner.query('create index access_record_kind on access_record (kind, at, id)');
    await runner.query('create index access_record_person on access_record (person_id, at, id)');
    await runner.query('create index access_record_subject on access_record (subject_type, subject_id, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table access_record');
  }
}
