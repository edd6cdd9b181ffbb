import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Versions are frozen once published: a round points at the version it was held under for ever. */
export class CreateRubrics1700000000320 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table rubric (
      id varchar(26) primary key,
      code varchar(40) not null unique,
      name_zh varchar(60) not null,
      name_en varchar(120) not null
    )`);
    await runner.query(`create table rubric_version (
      id varchar(26) primary key,
      rubric_id varchar(26) not null references rubric (id),
      version integer not null check (version > 0),
      state varchar(10) not null check (state in ('draft', 'published', 'retired')),
      content text not null,
      digest varchar(64) not null,
      published_at varchar(24),
      published_by_label varchar(200),
      unique (rubric_id, version),
      check ((state = 'draft') = (published_at is null))
    )`);
    await runner.query(`create table rule_set_version (
      id varchar(26) primary key,
      code varchar(16) not null,
      version integer not null check (version > 0),
      content text not null,
      digest varchar(64) not null,
      published_at varchar(24) not null,
      published_by_label varchar(200) not null,
      unique (code, version)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['rule_set_version', 'rubric_version', 'rubric'])
      await runner.query(`drop table ${table}`);
  }
}
