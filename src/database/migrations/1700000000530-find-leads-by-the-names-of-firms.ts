import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names of investors and their parents, present and former, as they are matched. Leads of before are read by a job. */
export class FindLeadsByTheNamesOfFirms1700000000530 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_name (
      lead_id varchar(26) not null references lead (id),
      position integer not null check (position > 0),
      kind varchar(8) not null check (kind in ('current', 'former', 'parent')),
      name_key varchar(200) not null check (name_key <> ''),
      brand varchar(20) not null,
      region varchar(40),
      registered smallint not null check (registered in (0, 1)),
      primary key (lead_id, position)
    )`);
    await runner.query('create index lead_name_key on lead_name (name_key, lead_id)');
    await runner.query('create index lead_name_brand on lead_name (brand, lead_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lead_name');
  }
}
