import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Of the city, of a county or of a park: what a county talks about already is not a city unit's to report. Parks are
 * known by their kind; the city's own departments, teams and offices too; of the others nobody has said.
 */
export class GiveUnitsTheirLevel1700000000691 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      `alter table unit add column level varchar(8) check (level in ('city', 'county', 'park'))`,
    );
    await runner.query(`update unit set level = 'park' where kind = 'park'`);
    await runner.query(`update unit set level = 'city' where kind in ('department', 'outpost', 'office')`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table unit drop column level');
  }
}
