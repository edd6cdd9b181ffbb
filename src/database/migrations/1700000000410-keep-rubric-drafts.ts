import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What is being written of a version that is not published yet, as it was typed; it goes when the version is. */
export class KeepRubricDrafts1700000000410 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table rubric_draft (
      id varchar(26) primary key references rubric_version (id),
      rubric_id varchar(26) not null unique references rubric (id),
      typed text not null,
      based_on_id varchar(26) references rubric_version (id),
      saved_at varchar(24) not null,
      saved_by_label varchar(200) not null
    )`);
    await runner.query(`create index rubric_draft_based_on on rubric_draft (based_on_id)`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table rubric_draft');
  }
}
