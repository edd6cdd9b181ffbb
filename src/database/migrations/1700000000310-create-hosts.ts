import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateHosts1700000000310 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table host (
      id varchar(26) primary key,
      code varchar(40) not null unique,
      name varchar(60) not null,
      kind varchar(8) not null check (kind in ('park', 'county', 'town')),
      chemical_park smallint not null check (chemical_park in (0, 1)),
      region varchar(60) not null,
      lead_chains text not null,
      unit_id varchar(26) references unit (id)
    )`);
    await runner.query('create index host_unit on host (unit_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table host');
  }
}
