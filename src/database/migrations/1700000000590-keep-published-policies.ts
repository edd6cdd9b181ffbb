import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of published policies: each with all its versions, of which the newest holds. */
export class KeepPublishedPolicies1700000000590 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table published_policy (
      id varchar(26) primary key,
      document_key varchar(80) not null unique,
      version integer not null check (version > 0),
      created_at varchar(24) not null
    )`);
    await runner.query(`create table published_policy_version (
      id varchar(26) primary key,
      policy_id varchar(26) not null references published_policy (id),
      version integer not null check (version > 0),
      title varchar(100) not null check (title <> ''),
      document_no varchar(60) not null check (document_no <> ''),
      issuer varchar(60) not null check (issuer <> ''),
      valid_from varchar(10) not null,
      valid_to varchar(10) check (valid_to >= valid_from),
      withdrawn integer not null check (withdrawn in (0, 1)),
      clauses text not null,
      reason text not null check (reason <> ''),
      changed_at varchar(24) not null,
      changed_by_id varchar(26) not null references person (id),
      changed_by_label varchar(140) not null,
      unique (policy_id, version)
    )`);
    await runner.query(
      'create index published_policy_version_changed_by on published_policy_version (changed_by_id)',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table published_policy_version');
    await runner.query('drop table published_policy');
  }
}
