import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Each reason ticked for a return, so that the scout reads it beside the field it points at. */
export class KeepTheReasonsALeadWasReturnedFor1700000000611 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_return_reason (
      act_id varchar(26) not null references lead_act (id),
      position integer not null check (position > 0),
      code varchar(40) not null,
      field varchar(40) not null,
      text varchar(200) not null,
      primary key (act_id, position),
      unique (act_id, code)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lead_return_reason');
  }
}
