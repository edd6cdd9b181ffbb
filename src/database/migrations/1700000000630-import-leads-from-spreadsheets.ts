import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of leads that were sent in, and each of their rows: what it says, what is wrong with it, what became of it. */
export class ImportLeadsFromSpreadsheets1700000000630 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_import (
      id varchar(26) primary key,
      state varchar(10) not null check (state in
        ('receiving', 'checking', 'ready', 'applying', 'done', 'cancelled', 'broken')),
      scout_id varchar(26) not null references person (id),
      asked_by varchar(26) not null references person (id),
      file_name varchar(200) not null,
      file_digest varchar(64) not null,
      head text not null,
      row_count integer not null check (row_count >= 0),
      checked integer not null check (checked >= 0 and checked <= row_count),
      submits smallint not null check (submits in (0, 1)),
      chosen integer not null check (chosen >= 0 and chosen <= row_count),
      done integer not null check (done >= 0 and done <= chosen),
      created_at varchar(24) not null,
      moved_at varchar(24) not null,
      applied_by varchar(26) references person (id),
      check (state <> 'applying' or applied_by is not null)
    )`);
    await runner.query('create index lead_import_scout on lead_import (scout_id, created_at)');
    await runner.query('create index lead_import_asked_by on lead_import (asked_by, created_at)');
    await runner.query('create index lead_import_applied_by on lead_import (applied_by)');
    await runner.query('create index lead_import_state on lead_import (state, created_at)');
    await runner.query('create index lead_import_created on lead_import (created_at)');
    await runner.query(`create table lead_import_row (
      import_id varchar(26) not null references lead_import (id),
      position integer not null check (position > 0),
      record text not null,
      problems text not null,
      verdict varchar(8) not null check (verdict in ('open', 'clean', 'flawed', 'blocked')),
      missing integer not null,
      digest varchar(64),
      uscc varchar(18),
      chosen smallint not null check (chosen in (0, 1)),
      outcome varchar(10) check (outcome in ('draft', 'submitted', 'kept', 'present')),
      lead_id varchar(26) references lead (id),
      primary key (import_id, position),
      check ((outcome is null) = (lead_id is null)),
      check (verdict <> 'blocked' or chosen = 0)
    )`);
    await runner.query(
      'create index lead_import_row_verdict on lead_import_row (import_id, verdict, position)',
    );
    await runner.query(
      'create index lead_import_row_chosen on lead_import_row (import_id, chosen, outcome, position)',
    );
    await runner.query('create index lead_import_row_digest on lead_import_row (import_id, digest)');
    await runner.query('create index lead_import_row_uscc on lead_import_row (import_id, uscc)');
    await runner.query('create index lead_import_row_lead on lead_import_row (lead_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lead_import_row');
    await runner.query('drop table lead_import');
  }
}
