import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What ties a unit to investors, who has an interest in which lead of which round, and what each seat has declared. */
export class KnowWhoHasAnInterest1700000000476 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unit add column uscc varchar(18)');
    await runner.query('alter table unit add column group_parent varchar(100)');
    await runner.query('alter table unit add column industry_code varchar(5)');
    await runner.query(`create table lead_interest (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      person_id varchar(26) not null references person (id),
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      seat_id varchar(26) not null references seat (id),
      grounds varchar(120) not null check (grounds <> ''),
      standing varchar(10) not null check (standing in ('open', 'confirmed', 'dismissed', 'left')),
      keeps_away smallint not null check (keeps_away in (0, 1)),
      reason text not null,
      noted_at varchar(24) not null,
      decided_at varchar(24),
      decided_by varchar(26) references person (id),
      unique (item_id, seat_id, person_id),
      check (standing in ('open', 'left') or decided_at is not null),
      check (keeps_away = 0 or standing in ('open', 'confirmed'))
    )`);
    await runner.query('create index lead_interest_lead on lead_interest (lead_id)');
    await runner.query('create index lead_interest_person on lead_interest (person_id, lead_id)');
    await runner.query('create index lead_interest_round on lead_interest (round_id)');
    await runner.query('create index lead_interest_seat on lead_interest (seat_id)');
    await runner.query('create index lead_interest_decided_by on lead_interest (decided_by)');
    await runner.query(`create table interest_declaration (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      person_id varchar(26) not null references person (id),
      declared_at varchar(24) not null,
      device varchar(120) not null,
      unique (item_id, round_seat_id, person_id)
    )`);
    await runner.query('create index interest_declaration_round on interest_declaration (round_id)');
    await runner.query('create index interest_declaration_seat on interest_declaration (round_seat_id)');
    await runner.query('create index interest_declaration_person on interest_declaration (person_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table interest_declaration');
    await runner.query('drop table lead_interest');
    for (const column of ['uscc', 'group_parent', 'industry_code'])
      await runner.query(`alter table unit drop column ${column}`);
  }
}
