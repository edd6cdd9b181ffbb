import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Rules and lists that belong to the city: versions with their reason, of which the newest holds. */
export class KeepSettingsOfTheCity1700000000500 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table city_setting (
      id varchar(26) primary key,
      key varchar(40) not null,
      version integer not null check (version > 0),
      content text not null,
      reason text not null check (reason <> ''),
      changed_at varchar(24) not null,
      changed_by_id varchar(26) not null references person (id),
      changed_by_label varchar(140) not null,
      unique (key, version)
    )`);
    await runner.query('create index city_setting_changed_by on city_setting (changed_by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table city_setting');
  }
}
