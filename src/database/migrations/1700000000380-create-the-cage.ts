import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateTheCage1700000000380 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table project (
      id varchar(26) primary key,
      cage_no varchar(16) not null unique,
      lead_id varchar(26) not null unique references lead (id),
      lead_revision_id varchar(26) not null references lead_revision (id),
      outcome_id varchar(26) not null unique references outcome (id),
      round_id varchar(26) not null references round (id),
      title varchar(200) not null,
      investor_name varchar(200) not null,
      search_text varchar(500) not null,
      host_id varchar(26) references host (id),
      total_investment integer,
      fixed_asset integer,
      stage varchar(12) not null
        check (stage in ('talks', 'signed', 'landed', 'started', 'operating', 'performing', 'exited')),
      stage_entered_on varchar(10) not null,
      stage_due_on varchar(10),
      entered_at varchar(24) not null,
      five_ones_due_at varchar(24) not null,
      five_ones_completed_at varchar(24),
      scout_id varchar(26) not null references person (id),
      sponsor_id varchar(26) references person (id),
      updated_at varchar(24) not null
    )`);
    for (const column of ['lead_revision_id', 'round_id', 'host_id', 'scout_id', 'sponsor_id'])
      await runner.query(`create index project_${column.replace('_id', '')} on project (${column})`);
    await runner.query('create index project_stage on project (stage, cage_no)');
    await runner.query(`create table five_ones_slot (
      project_id varchar(26) not null references project (id),
      slot varchar(14) not null check (slot in ('project', 'leader', 'team', 'plan', 'followThrough')),
      version integer not null check (version > 0),
      content text not null,
      filled_at varchar(24) not null,
      filled_by_label varchar(140) not null,
      reason text,
      primary key (project_id, slot)
    )`);
    await runner.query(`create table five_ones_version (
      id varchar(26) primary key,
      project_id varchar(26) not null references project (id),
      slot varchar(14) not null check (slot in ('project', 'leader', 'team', 'plan', 'followThrough')),
      version integer not null check (version > 0),
      content text not null,
      filled_at varchar(24) not null,
      filled_by_id varchar(26) references person (id),
      filled_by_label varchar(140) not null,
      reason text,
      check (version = 1 or reason is not null),
      unique (project_id, slot, version)
    )`);
    await runner.query('create index five_ones_version_filler on five_ones_version (filled_by_id)');
    await runner.query(`create table stage_record (
      id varchar(26) primary key,
      project_id varchar(26) not null references project (id),
      stage varchar(12) not null
        check (stage in ('talks', 'signed', 'landed', 'started', 'operating', 'performing', 'exited')),
      occurred_on varchar(10) not null,
      recorded_at varchar(24) not null,
      by_id varchar(26) references person (id),
      by_label varchar(140) not null
    )`);
    await runner.query('create index stage_record_project on stage_record (project_id)');
    await runner.query('create index stage_record_by on stage_record (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['stage_record', 'five_ones_version', 'five_ones_slot', 'project'])
      await runner.query(`drop table ${table}`);
  }
}
