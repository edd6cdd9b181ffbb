import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeadAnswers1700000000332 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table host_statement (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      host_id varchar(26) not null references host (id),
      verdict varchar(12) not null check (verdict in ('accept', 'conditional', 'decline')),
      reason_code varchar(20),
      text text not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null
    )`);
    await runner.query('create index host_statement_lead on host_statement (lead_id, at)');
    await runner.query('create index host_statement_host on host_statement (host_id)');
    await runner.query('create index host_statement_person on host_statement (by_id)');
    await runner.query(`create table element_answer (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      element varchar(12) not null,
      verdict varchar(12) not null check (verdict in ('yes', 'conditional', 'no')),
      quantity varchar(40),
      unit varchar(20),
      available_on varchar(10),
      text text not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null
    )`);
    await runner.query('create index element_answer_lead on element_answer (lead_id, at)');
    await runner.query('create index element_answer_person on element_answer (by_id)');
    await runner.query(`create table lead_file (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      file_id varchar(26) not null references stored_file (id),
      kind varchar(20) not null check (kind in ('businessPlan', 'firstContactEvidence', 'other')),
      added_by varchar(26) not null references person (id),
      added_at varchar(24) not null,
      unique (lead_id, file_id)
    )`);
    await runner.query('create index lead_file_file on lead_file (file_id)');
    await runner.query('create index lead_file_person on lead_file (added_by)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lead_file', 'element_answer', 'host_statement']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
