import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Co-scouts who confirm their share, referrers locked at intake, ambassadors, out-stationed teams, hand-overs. */
export class KnowThePeopleBehindLeads1700000000533 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table co_scout (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      person_id varchar(26) not null references person (id),
      share varchar(12) not null,
      state varchar(12) not null check (state in ('asked', 'confirmed', 'declined', 'dropped')),
      asked_at varchar(24) not null,
      answered_at varchar(24),
      unique (lead_id, person_id)
    )`);
    await runner.query('create index co_scout_person on co_scout (person_id, state)');
    await runner.query(`create table ambassador (
      id varchar(26) primary key,
      name varchar(40) not null,
      post varchar(80) not null,
      region varchar(60) not null,
      term_from varchar(10) not null,
      term_until varchar(10) not null,
      interest varchar(200) not null,
      by_label varchar(120) not null,
      at varchar(24) not null,
      check (term_from <= term_until)
    )`);
    await runner.query('create index ambassador_name on ambassador (name)');
    await runner.query(`create table lead_referral (
      id varchar(26) primary key,
      lead_id varchar(26) not null unique references lead (id),
      name varchar(100) not null,
      kind varchar(20),
      conflict smallint not null check (conflict in (0, 1)),
      ambassador_id varchar(26) references ambassador (id),
      unrewarded varchar(20),
      locked_at varchar(24) not null
    )`);
    await runner.query('create index lead_referral_ambassador on lead_referral (ambassador_id)');
    await runner.query(`create table outpost_region (
      id varchar(26) primary key,
      unit_id varchar(26) not null references unit (id),
      region varchar(120) not null,
      by_label varchar(120) not null,
      at varchar(24) not null
    )`);
    await runner.query('create index outpost_region_unit on outpost_region (unit_id, at)');
    await runner.query(`create table hand_over (
      id varchar(26) primary key,
      from_id varchar(26) not null references person (id),
      to_id varchar(26) not null references person (id),
      from_name varchar(40) not null,
      to_name varchar(40) not null,
      reason text not null check (reason <> ''),
      lead_ids text not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null,
      check (from_id <> to_id)
    )`);
    await runner.query('create index hand_over_from on hand_over (from_id)');
    await runner.query('create index hand_over_to on hand_over (to_id)');
    await runner.query('create index hand_over_by on hand_over (by_id)');
    await runner.query(`create table hand_over_lead (
      lead_id varchar(26) not null references lead (id),
      hand_over_id varchar(26) not null references hand_over (id),
      primary key (lead_id, hand_over_id)
    )`);
    await runner.query('create index hand_over_lead_act on hand_over_lead (hand_over_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of [
      'hand_over_lead',
      'hand_over',
      'outpost_region',
      'lead_referral',
      'ambassador',
      'co_scout',
    ])
      await runner.query(`drop table ${table}`);
  }
}
