import type { MigrationInterface, QueryRunner } from 'typeorm';

const states = `'draft', 'submitted', 'returned', 'queued', 'inReview', 'admitted', 'consulting', 'resubmit',
  'deferred', 'rejected', 'withdrawn', 'merged'`;

/** Each filter of the list page, alone and together with others, reads its rows in order from one of these. */
const indexes = {
  lead_submitted: 'submitted_at, id',
  lead_tab: 'tab, submitted_at, id',
  lead_state: 'state, submitted_at, id',
  lead_track: 'track, submitted_at, id',
  lead_tab_track: 'tab, track, submitted_at, id',
  lead_host_first: 'first_host_id, submitted_at, id',
  lead_host_first_tab: 'first_host_id, tab, submitted_at, id',
  lead_host_first_track: 'first_host_id, track, submitted_at, id',
  lead_host_first_tab_track: 'first_host_id, tab, track, submitted_at, id',
  lead_total: 'total_investment, id',
  lead_tab_total: 'tab, total_investment, id',
  lead_track_total: 'track, total_investment, id',
  lead_host_first_total: 'first_host_id, total_investment, id',
  lead_scout: 'scout_id, listed_at, id',
  lead_scout_tab: 'scout_id, tab, listed_at, id',
  lead_scout_unit: 'scout_unit_id',
  lead_uscc: 'uscc',
  lead_investor_key: 'investor_key',
  lead_parent_key: 'parent_key',
  lead_mobile: 'mobile_hash',
  lead_title_key: 'title_key',
  lead_round: 'round_id',
} as const;

export class CreateLeads1700000000330 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead (
      id varchar(26) primary key,
      number varchar(16) unique,
      state varchar(12) not null check (state in (${states})),
      tab varchar(12) not null check (tab in
        ('draft', 'submitted', 'returned', 'queued', 'inReview', 'discussing', 'admitted', 'other')),
      track varchar(16) check (track in ('manufacturing', 'tech', 'service')),
      title varchar(60) not null,
      investor_name varchar(100) not null,
      uscc varchar(18),
      claimed_uscc varchar(18) unique,
      investor_key varchar(400) not null,
      parent_key varchar(400),
      title_key varchar(400) not null,
      mobile_hash varchar(64),
      industry_code varchar(5),
      total_investment integer,
      fixed_asset integer,
      scout_id varchar(26) not null references person (id),
      scout_unit_id varchar(26) not null references unit (id),
      first_host_id varchar(26) references host (id),
      revision integer not null check (revision >= 0),
      content text not null,
      content_digest varchar(64) not null,
      creation_key varchar(64) unique,
      creation_digest varchar(64) not null,
      duplicate_grade varchar(1) check (duplicate_grade in ('a', 'b', 'c')),
      round_id varchar(26),
      created_at varchar(24) not null,
      updated_at varchar(24) not null,
      listed_at varchar(24) not null,
      state_at varchar(24) not null,
      submitted_at varchar(24),
      accepted_at varchar(24),
      check ((revision = 0) = (number is null)),
      check ((revision = 0) = (submitted_at is null))
    )`);
    for (const [name, columns] of Object.entries(indexes)) {
      await runner.query(`create index ${name} on lead (${columns})`);
    }
    await runner.query(`create table lead_host (
      lead_id varchar(26) not null references lead (id),
      position integer not null,
      host_id varchar(26) not null references host (id),
      primary key (lead_id, position),
      unique (host_id, lead_id)
    )`);
    // The newest holders of a pair come first out of its key; leads are in it once they have been submitted. It refers
    // to its lead without a constraint, which would want an index of its own.
    const compact = runner.connection.options.type === 'postgres' ? '' : ' without rowid';
    await runner.query(`create table lead_gram (
      gram varchar(4) not null,
      listed_at varchar(24) not null default '',
      lead_id varchar(26) not null,
      primary key (gram, listed_at, lead_id)
    )${compact}`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['lead_gram', 'lead_host', 'lead']) await runner.query(`drop table ${table}`);
  }
}
