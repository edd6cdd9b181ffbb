import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A lead that was sent back: what was asked for, until when, and what its scout answered. */
export class AskForMaterial1700000000491 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table resubmission (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      round_id varchar(26) not null references round (id),
      source varchar(10) not null check (source in ('outcome', 'decision')),
      source_id varchar(26) not null,
      round_number varchar(16) not null,
      time_no integer not null check (time_no > 0),
      judged_revision_id varchar(26) references lead_revision (id),
      reason text not null,
      asked_at varchar(24) not null,
      due_at varchar(24) not null,
      state varchar(10) not null check (state in ('asked', 'answered', 'superseded')),
      answered_at varchar(24),
      answered_revision_id varchar(26) references lead_revision (id),
      unique (source, source_id),
      unique (lead_id, time_no),
      check ((state = 'answered') = (answered_at is not null)),
      check ((answered_at is null) = (answered_revision_id is null))
    )`);
    for (const [name, column] of [
      ['round', 'round_id'],
      ['judged', 'judged_revision_id'],
      ['answered', 'answered_revision_id'],
    ])
      await runner.query(`create index resubmission_${name} on resubmission (${column})`);
    await runner.query('create index resubmission_state on resubmission (state, due_at)');
    await runner.query(`create table resubmission_item (
      id varchar(26) primary key,
      resubmission_id varchar(26) not null references resubmission (id),
      position integer not null check (position > 0),
      wanted text not null,
      answer text,
      answered_at varchar(24),
      unique (resubmission_id, position),
      check ((answer is null) = (answered_at is null))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['resubmission_item', 'resubmission']) await runner.query(`drop table ${table}`);
  }
}
