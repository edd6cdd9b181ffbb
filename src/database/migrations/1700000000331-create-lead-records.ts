import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateLeadRecords1700000000331 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_revision (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      number integer not null check (number > 0),
      content text not null,
      findings text not null,
      digest varchar(64) not null,
      submitted_at varchar(24) not null,
      submitted_by varchar(26) not null references person (id),
      idempotency_key varchar(64) unique,
      unique (lead_id, number)
    )`);
    await runner.query('create index lead_revision_person on lead_revision (submitted_by)');
    await runner.query(`create table lead_act (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      position integer not null check (position > 0),
      move varchar(16) not null,
      from_state varchar(12) not null,
      to_state varchar(12) not null,
      by_id varchar(26) references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      reason text,
      revision integer not null,
      other_lead_id varchar(26) references lead (id),
      unique (lead_id, position)
    )`);
    await runner.query('create index lead_act_person on lead_act (by_id)');
    await runner.query('create index lead_act_other on lead_act (other_lead_id)');
    await runner.query(`create table lead_duplicate (
      lead_id varchar(26) not null references lead (id),
      revision integer not null,
      other_id varchar(26) not null references lead (id),
      grade varchar(1) not null check (grade in ('a', 'b', 'c')),
      grounds varchar(80) not null,
      similarity varchar(6) not null,
      noted_at varchar(24) not null,
      primary key (lead_id, revision, other_id)
    )`);
    await runner.query('create index lead_duplicate_other on lead_duplicate (other_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lead_duplicate', 'lead_act', 'lead_revision']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
