import type { MigrationInterface, QueryRunner } from 'typeorm';

/** First reports with their protection, the evidence that renews it, and who was told that he came second. */
export class KeepFirstReports1700000000531 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table claim (
      id varchar(26) primary key,
      lead_id varchar(26) not null unique references lead (id),
      state varchar(12) not null
        check (state in ('reported', 'protected', 'lapsed', 'ended', 'overruled', 'yielded')),
      reported_at varchar(24) not null,
      scout_id varchar(26) not null references person (id),
      scout_name varchar(40) not null,
      unit_name varchar(60) not null,
      receipt_code varchar(19) not null unique,
      protected_from varchar(24),
      protected_until varchar(24),
      followed_at varchar(24),
      amber_at varchar(24),
      lapses_at varchar(24),
      warned_at varchar(24),
      changed_at varchar(24) not null,
      check (state <> 'protected' or lapses_at is not null),
      check ((protected_from is null) = (protected_until is null)),
      check ((protected_from is null) = (lapses_at is null)),
      check ((protected_from is null) = (amber_at is null)),
      check ((protected_from is null) = (followed_at is null))
    )`);
    await runner.query('create index claim_scout on claim (scout_id)');
    await runner.query('create index claim_reported on claim (reported_at, id)');
    await runner.query('create index claim_lapses on claim (state, lapses_at, id)');
    await runner.query('create index claim_amber on claim (state, amber_at, id)');
    await runner.query(`create table claim_act (
      id varchar(26) primary key,
      claim_id varchar(26) not null references claim (id),
      position integer not null check (position > 0),
      move varchar(12) not null,
      to_state varchar(12) not null,
      by_id varchar(26) references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      reason text,
      unique (claim_id, position)
    )`);
    await runner.query('create index claim_act_person on claim_act (by_id)');
    await runner.query(`create table claim_evidence (
      id varchar(26) primary key,
      claim_id varchar(26) not null references claim (id),
      kind varchar(12) not null check (kind in ('visit', 'siteTour', 'signedIntent')),
      occurred_on varchar(10) not null,
      note text not null,
      file_id varchar(26) references stored_file (id),
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      check (kind <> 'signedIntent' or file_id is not null)
    )`);
    await runner.query('create index claim_evidence_claim on claim_evidence (claim_id, at)');
    await runner.query('create index claim_evidence_file on claim_evidence (file_id)');
    await runner.query('create index claim_evidence_person on claim_evidence (by_id)');
    await runner.query(`create table claim_block (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      holder_lead_id varchar(26) not null references lead (id),
      told_to varchar(26) not null references person (id),
      told_at varchar(24) not null,
      dispute_by varchar(24) not null,
      unique (lead_id, holder_lead_id)
    )`);
    await runner.query('create index claim_block_holder on claim_block (holder_lead_id)');
    await runner.query('create index claim_block_person on claim_block (told_to)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['claim_block', 'claim_evidence', 'claim_act', 'claim'])
      await runner.query(`drop table ${table}`);
  }
}
