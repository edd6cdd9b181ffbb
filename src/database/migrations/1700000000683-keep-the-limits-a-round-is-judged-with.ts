import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Limits of disagreement and grades of interests became settings: each round keeps the versions in force at its
 * opening. Rounds opened before have none and were judged with the presets.
 */
export class KeepTheLimitsARoundIsJudgedWith1700000000683 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const column of ['dispute_version', 'grades_version'])
      await runner.query(`alter table round add column ${column} integer default null`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const column of ['grades_version', 'dispute_version'])
      await runner.query(`alter table round drop column ${column}`);
  }
}
