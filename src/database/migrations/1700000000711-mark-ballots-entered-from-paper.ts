import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Null for every ballot that its seat cast by itself, as all before this were: their seals stay as they are. */
export class MarkBallotsEnteredFromPaper1700000000711 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table ballot_version add column entered_for varchar(26) references paper_ballot (id)',
    );
    await runner.query(
      'create unique index ballot_version_entered_for on ballot_version (entered_for) where entered_for is not null',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index ballot_version_entered_for');
    await runner.query('alter table ballot_version drop column entered_for');
  }
}
