import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who promised confidentiality, in which version of its text, and when: once for each person and version. */
export class KeepPledgesOfConfidentiality1700000000564 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table pledge_acceptance (
      id varchar(26) primary key,
      person_id varchar(26) not null references person (id),
      version integer not null check (version >= 0),
      text_digest varchar(64) not null,
      given_by varchar(8) not null check (given_by in ('signIn', 'link', 'page')),
      given_at varchar(24) not null,
      unique (person_id, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table pledge_acceptance');
  }
}
