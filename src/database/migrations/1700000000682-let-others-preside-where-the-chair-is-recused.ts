import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Interests of those who preside over an item, who is named where none of them is left, and in whose place one ruled. */
export class LetOthersPresideWhereTheChairIsRecused1700000000682 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table chair_recusal (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      lead_id varchar(26) not null references lead (id),
      person_id varchar(26) not null references person (id),
      person_name varchar(40) not null,
      post varchar(8) not null check (post in ('chair', 'deputy', 'standIn')),
      reason text not null check (reason <> ''),
      noted_at varchar(24) not null,
      noted_by varchar(26) not null references person (id),
      noted_label varchar(200) not null,
      unique (item_id, person_id)
    )`);
    await runner.query('create index chair_recusal_round on chair_recusal (round_id)');
    await runner.query('create index chair_recusal_lead on chair_recusal (lead_id, person_id)');
    await runner.query('create index chair_recusal_person on chair_recusal (person_id)');
    await runner.query('create index chair_recusal_noted on chair_recusal (noted_by)');
    await runner.query(`create table chair_stand_in (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      position integer not null check (position >= 1),
      person_id varchar(26) not null references person (id),
      person_name varchar(40) not null,
      reason text not null check (reason <> ''),
      named_at varchar(24) not null,
      named_by varchar(26) not null references person (id),
      named_label varchar(200) not null,
      unique (item_id, position),
      unique (item_id, person_id)
    )`);
    await runner.query('create index chair_stand_in_round on chair_stand_in (round_id)');
    await runner.query('create index chair_stand_in_person on chair_stand_in (person_id)');
    await runner.query('create index chair_stand_in_named on chair_stand_in (named_by)');
    for (const table of ['outcome', 'earlier_outcome'])
      await runner.query(`alter table ${table} add column ruled_as varchar(8) default null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['earlier_outcome', 'outcome'])
      await runner.query(`alter table ${table} drop column ruled_as`);
    await runner.query('drop table chair_stand_in');
    await runner.query('drop table chair_recusal');
  }
}
