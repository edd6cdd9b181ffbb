import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Campaigns with their goals, and the visits to firms that count towards them. */
export class LogVisitsToFirms1700000000641 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const statement of tables) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table visit');
    await runner.query('drop table campaign');
  }
}

const tables = [
  `create table campaign (
    id varchar(26) primary key,
    name varchar(60) not null unique,
    kind varchar(12) not null check (kind in ('themeYear', 'hundredDays', 'programme', 'other')),
    party_building smallint not null check (party_building in (0, 1)),
    starts_on varchar(10) not null,
    ends_on varchar(10) not null,
    visit_goal integer not null check (visit_goal >= 0),
    lead_goal integer not null check (lead_goal >= 0),
    note varchar(500) not null,
    by_id varchar(26) references person (id),
    updated_at varchar(24) not null,
    check (starts_on <= ends_on)
  )`,
  'create index campaign_by on campaign (by_id)',
  'create index campaign_starts on campaign (starts_on, id)',
  `create table visit (
    id varchar(26) primary key,
    firm varchar(100) not null,
    firm_key varchar(400) not null check (firm_key <> ''),
    target_firm_id varchar(26) references target_firm (id),
    campaign_id varchar(26) references campaign (id),
    visited_on varchar(10) not null,
    unit_id varchar(26) not null references unit (id),
    companions varchar(200) not null,
    leader_level varchar(12) not null check (leader_level in
      ('staff', 'unitHead', 'countyLeader', 'cityLeader', 'topLeader')),
    host_id varchar(26) references host (id),
    place varchar(60) not null,
    result varchar(12) not null check (result in
      ('introduced', 'interested', 'willCome', 'underTalks', 'declined')),
    note varchar(500) not null,
    next_step varchar(200) not null,
    lead_id varchar(26) references lead (id),
    by_id varchar(26) not null references person (id),
    updated_at varchar(24) not null,
    unique (unit_id, firm_key, visited_on)
  )`,
  'create index visit_target_firm on visit (target_firm_id, visited_on)',
  'create index visit_campaign on visit (campaign_id, unit_id, visited_on)',
  'create index visit_unit on visit (unit_id, visited_on, id)',
  'create index visit_day on visit (visited_on, id)',
  'create index visit_host on visit (host_id)',
  'create index visit_lead on visit (lead_id)',
  'create index visit_by on visit (by_id)',
];
