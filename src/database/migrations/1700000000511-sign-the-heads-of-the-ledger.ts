import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A head may be signed when it is fixed. Heads from before, and those fixed without a key, have no signature. */
export class SignTheHeadsOfTheLedger1700000000511 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_head add column signature varchar(88)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ledger_head drop column signature');
  }
}
