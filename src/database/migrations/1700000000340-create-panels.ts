import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePanels1700000000340 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table panel (
      id varchar(26) primary key,
      name varchar(60) not null unique,
      chair_id varchar(26) not null references person (id),
      created_at varchar(24) not null
    )`);
    await runner.query('create index panel_chair on panel (chair_id)');
    await runner.query(`create table seat (
      id varchar(26) primary key,
      panel_id varchar(26) not null references panel (id),
      position integer not null,
      kind varchar(10) not null check (kind in ('park', 'support', 'institute', 'enterprise')),
      unit_id varchar(26) not null references unit (id),
      function varchar(20),
      mandatory smallint not null check (mandatory in (0, 1)),
      holder_id varchar(26) references person (id),
      alternate_id varchar(26) references person (id),
      retired_at varchar(24),
      unique (panel_id, position)
    )`);
    await runner.query('create index seat_unit on seat (unit_id)');
    await runner.query('create index seat_holder on seat (holder_id)');
    await runner.query('create index seat_alternate on seat (alternate_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seat');
    await runner.query('drop table panel');
  }
}
