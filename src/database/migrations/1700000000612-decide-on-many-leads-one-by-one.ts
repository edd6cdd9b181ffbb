import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A batch of intake decisions: what was asked for, and what became of each lead by itself. */
export class DecideOnManyLeadsOneByOne1700000000612 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table intake_batch (
      id varchar(26) primary key,
      act varchar(10) not null check (act in ('accept', 'return', 'tier')),
      reason text not null,
      reasons text not null,
      tier varchar(10) check (tier in ('park', 'county', 'city')),
      key varchar(64) not null unique,
      made_at varchar(24) not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      check ((act = 'tier') = (tier is not null))
    )`);
    await runner.query('create index intake_batch_by on intake_batch (by_id)');
    await runner.query(`create table intake_batch_item (
      batch_id varchar(26) not null references intake_batch (id),
      position integer not null check (position > 0),
      lead_id varchar(26) not null references lead (id),
      state varchar(10) not null check (state in ('waiting', 'done', 'refused')),
      because varchar(60),
      details text,
      at varchar(24),
      primary key (batch_id, position),
      unique (batch_id, lead_id),
      check ((state = 'refused') = (because is not null)),
      check ((state = 'waiting') = (at is null))
    )`);
    await runner.query('create index intake_batch_item_lead on intake_batch_item (lead_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['intake_batch_item', 'intake_batch']) await runner.query(`drop table ${table}`);
  }
}
