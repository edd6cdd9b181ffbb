import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who judges a lead by the scope rules, as its newest revision was handed in; null for drafts and earlier leads. */
export class TellWhoJudgesALead1700000000520 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table lead add column tier varchar(8) check (tier in ('park', 'county', 'city', 'leading'))`,
    );
    await runner.query('create index lead_tier on lead (tier, submitted_at, id)');
    await runner.query('create index lead_tier_tab on lead (tier, tab, submitted_at, id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index lead_tier_tab');
    await runner.query('drop index lead_tier');
    await runner.query('alter table lead drop column tier');
  }
}
