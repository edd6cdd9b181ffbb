import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What became of each condition under which a host accepted a lead: a condition of the admission, or set aside. */
export class TakeOverWhatHostsMadeConditions1700000000690 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table host_condition (
      id varchar(26) primary key,
      item_id varchar(26) not null references round_item (id),
      term_id varchar(26) not null references statement_term (id),
      condition_id varchar(26) references admission_condition (id),
      reason text,
      by_id varchar(26) references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null,
      check ((condition_id is null) <> (reason is null))
    )`);
    await runner.query('create unique index host_condition_once on host_condition (item_id, term_id)');
    await runner.query('create index host_condition_term on host_condition (term_id)');
    await runner.query('create index host_condition_condition on host_condition (condition_id)');
    await runner.query('create index host_condition_by on host_condition (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table host_condition');
  }
}
