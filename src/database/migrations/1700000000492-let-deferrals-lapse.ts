import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lead put off: until when, and how that ended. */
export class LetDeferralsLapse1700000000492 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table deferral (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      round_id varchar(26) not null references round (id),
      source varchar(10) not null check (source in ('outcome', 'decision')),
      source_id varchar(26) not null,
      deferred_at varchar(24) not null,
      lapses_at varchar(24) not null,
      state varchar(10) not null check (state in ('running', 'recalled', 'lapsed', 'superseded')),
      ended_at varchar(24),
      reason text,
      by_id varchar(26) references person (id),
      by_label varchar(140),
      unique (source, source_id),
      check ((state = 'running') = (ended_at is null)),
      check (state <> 'recalled' or (reason is not null and by_id is not null))
    )`);
    for (const column of ['lead_id', 'round_id', 'by_id'])
      await runner.query(`create index deferral_${column.replace('_id', '')} on deferral (${column})`);
    await runner.query('create index deferral_state on deferral (state, lapses_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table deferral');
  }
}
