import type { MigrationInterface, QueryRunner } from 'typeorm';

const outcomes = `'holder', 'challenger', 'split'`;
const weights = `'earlierReport', 'investorStatement', 'datedTalk', 'splitCredit'`;

/** Disputes with both sides' statements, papers, proposal and ruling; and rulings on leads that look alike. */
export class SettleDisputesAboutFirstReports1700000000532 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table dispute (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      holder_lead_id varchar(26) not null references lead (id),
      challenger_id varchar(26) not null references person (id),
      challenger_name varchar(40) not null,
      challenger_unit varchar(60) not null,
      filed_at varchar(24) not null,
      answer_by varchar(24) not null,
      state varchar(12) not null check (state in ('filed', 'answered', 'proposed', 'ruled', 'withdrawn')),
      amount integer,
      for_leading_group smallint not null check (for_leading_group in (0, 1)),
      outcome varchar(12) check (outcome in (${outcomes})),
      weight varchar(20) check (weight in (${weights})),
      holder_share integer,
      challenger_share integer,
      ended_at varchar(24),
      unique (lead_id, holder_lead_id),
      check ((state = 'ruled') = (outcome is not null)),
      check ((outcome is null) = (holder_share is null)),
      check (outcome is null or holder_share + challenger_share = 10000)
    )`);
    await runner.query('create index dispute_holder on dispute (holder_lead_id)');
    await runner.query('create index dispute_challenger on dispute (challenger_id)');
    await runner.query('create index dispute_state on dispute (state, filed_at)');
    await runner.query(`create table dispute_act (
      id varchar(26) primary key,
      dispute_id varchar(26) not null references dispute (id),
      position integer not null check (position > 0),
      move varchar(12) not null,
      text text not null check (text <> ''),
      outcome varchar(12) check (outcome in (${outcomes})),
      weight varchar(20) check (weight in (${weights})),
      holder_share integer,
      challenger_share integer,
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      unique (dispute_id, position)
    )`);
    await runner.query('create index dispute_act_person on dispute_act (by_id)');
    await runner.query(`create table dispute_paper (
      id varchar(26) primary key,
      dispute_id varchar(26) not null references dispute (id),
      file_id varchar(26) not null unique references stored_file (id),
      side varchar(12) not null check (side in ('holder', 'challenger')),
      kind varchar(20) not null check (kind in ('investorStatement', 'datedTalk', 'other'))
    )`);
    await runner.query('create index dispute_paper_dispute on dispute_paper (dispute_id)');
    await runner.query(`create table match_ruling (
      id varchar(26) primary key,
      first_id varchar(26) not null references lead (id),
      second_id varchar(26) not null references lead (id),
      verdict varchar(12) not null check (verdict in ('same', 'different')),
      reason text not null check (reason <> ''),
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      unique (first_id, second_id),
      check (first_id <> second_id)
    )`);
    await runner.query('create index match_ruling_second on match_ruling (second_id)');
    await runner.query('create index match_ruling_person on match_ruling (by_id)');
    await runner.query('create index lead_duplicate_grade on lead_duplicate (grade, lead_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lead_duplicate_grade');
    for (const table of ['match_ruling', 'dispute_paper', 'dispute_act', 'dispute'])
      await runner.query(`drop table ${table}`);
  }
}
