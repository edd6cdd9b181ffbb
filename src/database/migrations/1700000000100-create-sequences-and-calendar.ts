import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreateSequencesAndCalendar1700000000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table sequence (
      series varchar(16) not null check (series in ('lead', 'round', 'cage', 'letter')),
      year integer not null,
      last integer not null check (last > 0),
      primary key (series, year)
    )`);
    await runner.query(`create table calendar_day (
      day varchar(10) primary key,
      kind varchar(8) not null check (kind in ('holiday', 'workday')),
      name varchar(40) not null
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table calendar_day');
    await runner.query('drop table sequence');
  }
}
