import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seat may be handed over with a draft on it, which whoever takes over may not read before their own declaration of
 * interests. Who wrote the drafts there are is not known: they too are shown after the declaration alone.
 */
export class KnowWhoWroteADraft1700000000680 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot_draft add column saved_by varchar(26) default null');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table ballot_draft drop column saved_by');
  }
}
