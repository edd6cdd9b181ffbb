import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Null for every ballot whose scores were all given by hand, as those before this were: their seals stay as they are. */
export class KeepWhatWasSaidToComputedScores1700000000431 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot_version add column computed text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot_version drop column computed');
  }
}
