import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateOutcomesAndLetters1700000000370 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table outcome (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null unique references round_item (id),
      lead_id varchar(26) not null references lead (id),
      position integer not null check (position > 0),
      computed varchar(12) not null check (computed in ('admit', 'reject', 'borderline', 'void')),
      reason varchar(24),
      score varchar(80),
      record text not null,
      computed_at varchar(24) not null,
      ruling varchar(12) check (ruling in ('consult', 'resubmit', 'defer')),
      ruling_reason text,
      ruled_by_id varchar(26) references person (id),
      ruled_by_label varchar(140),
      ruled_at varchar(24),
      decided varchar(12) check (decided in ('admit', 'consult', 'resubmit', 'defer', 'reject', 'void')),
      cage_no varchar(16) unique,
      check ((ruling is null) = (ruled_at is null)),
      check ((ruling is null) = (ruling_reason is null)),
      check (ruling is null or computed = 'borderline'),
      check (cage_no is null or decided = 'admit'),
      unique (round_id, position)
    )`);
    await runner.query('create index outcome_lead on outcome (lead_id)');
    await runner.query('create index outcome_ruled_by on outcome (ruled_by_id)');
    await runner.query(`create table letter (
      id varchar(26) primary key,
      number varchar(24) not null unique,
      year integer not null,
      serial integer not null check (serial > 0),
      round_id varchar(26) not null references round (id),
      outcome_id varchar(26) not null unique references outcome (id),
      lead_id varchar(26) not null references lead (id),
      scout_id varchar(26) not null references person (id),
      content text not null,
      created_at varchar(24) not null,
      released_at varchar(24),
      unique (year, serial)
    )`);
    await runner.query('create index letter_round on letter (round_id)');
    await runner.query('create index letter_lead on letter (lead_id)');
    await runner.query('create index letter_scout on letter (scout_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table letter');
    await runner.query('drop table outcome');
  }
}
