import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A meeting on what a vote left open: who was asked, what each said, what the leading group made of it. */
export class HoldConsultations1700000000494 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table consultation (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      round_id varchar(26) not null references round (id),
      outcome_id varchar(26) not null references outcome (id),
      source varchar(10) not null check (source in ('outcome', 'decision')),
      source_id varchar(26) not null,
      reason text not null,
      opened_at varchar(24) not null,
      due_at varchar(24) not null,
      state varchar(10) not null check (state in ('open', 'concluded', 'superseded')),
      meets_at varchar(24),
      place varchar(60),
      topic text,
      result varchar(12) check (result in ('admit', 'reject', 'resubmit', 'defer')),
      conclusion text,
      ended_at varchar(24),
      ended_by_id varchar(26) references person (id),
      ended_by_label varchar(140),
      unique (source, source_id),
      check ((meets_at is null) = (place is null) and (meets_at is null) = (topic is null)),
      check ((state = 'open') = (ended_at is null)),
      check ((state = 'concluded') = (result is not null)),
      check ((result is null) = (conclusion is null))
    )`);
    for (const [name, column] of [
      ['lead', 'lead_id'],
      ['round', 'round_id'],
      ['outcome', 'outcome_id'],
      ['ender', 'ended_by_id'],
    ])
      await runner.query(`create index consultation_${name} on consultation (${column})`);
    await runner.query('create index consultation_state on consultation (state, due_at)');
    await runner.query(`create table consultation_participant (
      id varchar(26) primary key,
      consultation_id varchar(26) not null references consultation (id),
      person_id varchar(26) not null references person (id),
      name varchar(40) not null,
      unit_name varchar(60) not null,
      invited_at varchar(24) not null,
      unique (consultation_id, person_id)
    )`);
    await runner.query(
      'create index consultation_participant_person on consultation_participant (person_id)',
    );
    await runner.query(`create table consultation_opinion (
      id varchar(26) primary key,
      consultation_id varchar(26) not null references consultation (id),
      participant_id varchar(26) not null references consultation_participant (id),
      version integer not null check (version > 0),
      stance varchar(10) not null check (stance in ('agree', 'disagree', 'amend', 'defer')),
      opinion text not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null,
      unique (participant_id, version)
    )`);
    for (const [name, column] of [
      ['consultation', 'consultation_id'],
      ['by', 'by_id'],
    ])
      await runner.query(`create index consultation_opinion_${name} on consultation_opinion (${column})`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['consultation_opinion', 'consultation_participant', 'consultation'])
      await runner.query(`drop table ${table}`);
  }
}
