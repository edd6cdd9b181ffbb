import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lead whose people are needed in a dispute or an inquiry is held back from erasure; each erasure leaves its counts. */
export class HoldDataBackAndReportErasures1700000000562 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table legal_hold (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      reason varchar(200) not null check (reason <> ''),
      set_by varchar(26) not null references person (id),
      set_by_label varchar(140) not null,
      set_at varchar(24) not null,
      lifted_by varchar(26) references person (id),
      lifted_by_label varchar(140),
      lifted_at varchar(24),
      lifted_because varchar(200),
      check ((lifted_at is null) = (lifted_by is null)),
      check ((lifted_at is null) = (lifted_by_label is null)),
      check ((lifted_at is null) = (lifted_because is null))
    )`);
    // One hold on a lead at a time.
    await runner.query(
      'create unique index legal_hold_standing on legal_hold (lead_id) where lifted_at is null',
    );
    await runner.query('create index legal_hold_lead on legal_hold (lead_id)');
    await runner.query('create index legal_hold_set_by on legal_hold (set_by)');
    await runner.query('create index legal_hold_lifted_by on legal_hold (lifted_by)');
    await runner.query(`create table retention_run (
      id varchar(26) primary key,
      at varchar(24) not null,
      access_records integer not null check (access_records >= 0),
      leads integer not null check (leads >= 0),
      revisions integer not null check (revisions >= 0),
      held_back integer not null check (held_back >= 0)
    )`);
    await runner.query('create index retention_run_at on retention_run (at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['retention_run', 'legal_hold']) await runner.query(`drop table ${table}`);
  }
}
