import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Profiles of hosts: versions that are added and never changed; the newest holds. */
export class LetHostsStateWhatTheyHaveAndWant1700000000570 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table host_profile (
      id varchar(26) primary key,
      host_id varchar(26) not null references host (id),
      version integer not null check (version > 0),
      content text not null,
      note text not null,
      stated_at varchar(24) not null,
      stated_by_id varchar(26) not null references person (id),
      stated_by_label varchar(140) not null,
      unique (host_id, version)
    )`);
    await runner.query('create index host_profile_stated_by on host_profile (stated_by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table host_profile');
  }
}
