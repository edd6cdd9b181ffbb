import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Lists and searches have to know which leads hide their investor without opening what each of them says. */
export class KnowRestrictedLeadsWithoutReadingThem1700000000563 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table lead add column restricted integer default 0 not null check (restricted in (0, 1))',
    );
    // Canonical JSON: within a text these quotation marks would be escaped.
    await runner.query(`update lead set restricted = 1 where content like '%"sensitivity":"restricted"%'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table lead drop column restricted');
  }
}
