import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What was done to keep a promise, and the pauses that two people agreed on. */
export class KeepPromisesAndPauseThem1700000000592 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table promise_record (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      kind varchar(10) not null check (kind in ('response', 'answer', 'followUp')),
      on_day varchar(10) not null,
      note text not null check (note <> ''),
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null,
      sent_key varchar(64) not null,
      unique (lead_id, sent_key)
    )`);
    await runner.query('create index promise_record_lead on promise_record (lead_id, kind, at)');
    await runner.query('create index promise_record_by on promise_record (by_id)');
    await runner.query(`create table promise_pause (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      kind varchar(20) not null,
      state varchar(10) not null check (state in ('asked', 'running', 'declined', 'withdrawn', 'resumed')),
      reason text not null check (reason <> ''),
      until_day varchar(10) not null,
      asked_at varchar(24) not null,
      asked_by_id varchar(26) not null references person (id),
      asked_by_label varchar(140) not null,
      begun_at varchar(24),
      decided_at varchar(24),
      decided_by_id varchar(26) references person (id),
      decided_by_label varchar(140),
      resumed_at varchar(24),
      resumed_by_id varchar(26) references person (id),
      resumed_by_label varchar(140),
      end_reason text,
      check (decided_by_id is null or state = 'withdrawn' or decided_by_id <> asked_by_id),
      check ((state in ('running', 'resumed')) = (begun_at is not null)),
      check ((state = 'asked') = (decided_at is null)),
      check ((state = 'resumed') = (resumed_at is not null))
    )`);
    await runner.query('create index promise_pause_lead on promise_pause (lead_id, kind)');
    await runner.query('create index promise_pause_state on promise_pause (state, until_day)');
    for (const column of ['asked_by', 'decided_by', 'resumed_by'])
      await runner.query(`create index promise_pause_${column} on promise_pause (${column}_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table promise_pause');
    await runner.query('drop table promise_record');
  }
}
