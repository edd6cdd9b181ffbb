import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateJobs1700000000400 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table job (
      name varchar(40) primary key,
      lease_owner varchar(26),
      lease_until varchar(24),
      started_at varchar(24),
      finished_at varchar(24),
      failed_at varchar(24),
      check ((lease_owner is null) = (lease_until is null))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table job');
  }
}
