import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What people know, how a round shares its items out among the seats, and which seat judges which item. */
export class CreateAssignments1700000000470 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table person_expertise (
      person_id varchar(26) not null references person (id),
      scheme varchar(8) not null check (scheme in ('industry', 'chain')),
      code varchar(40) not null,
      primary key (person_id, scheme, code)
    )`);
    await runner.query(`create table assignment (
      id varchar(26) primary key references round (id),
      park smallint not null check (park between 0 and 99),
      support smallint not null check (support between 0 and 99),
      institute smallint not null check (institute between 0 and 99),
      enterprise smallint not null check (enterprise between 0 and 99),
      most smallint check (most between 1 and 999),
      applied_at varchar(24),
      applied_by varchar(26) references person (id),
      check ((applied_at is null) = (applied_by is null))
    )`);
    await runner.query('create index assignment_applied_by on assignment (applied_by)');
    await runner.query(`create table assigned_seat (
      item_id varchar(26) not null references round_item (id),
      seat_id varchar(26) not null references seat (id),
      assignment_id varchar(26) not null references assignment (id),
      primary key (item_id, seat_id)
    )`);
    await runner.query('create index assigned_seat_seat on assigned_seat (seat_id)');
    await runner.query('create index assigned_seat_assignment on assigned_seat (assignment_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['assigned_seat', 'assignment', 'person_expertise'])
      await runner.query(`drop table ${table}`);
  }
}
