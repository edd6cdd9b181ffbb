import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A veto is raised by a seat and settled at most once. One row holds both acts; the ledger holds a seal of each. A
 * seat has one veto on a ground of an item, unless it has taken an earlier one back.
 */
export class RecordVetoes1700000000430 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table veto (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      ground varchar(40) not null,
      basis text not null,
      facts text not null,
      state varchar(10) not null check (state in ('raised', 'confirmed', 'dismissed', 'withdrawn')),
      raised_at varchar(24) not null,
      raised_by varchar(26) not null references person (id),
      raised_label varchar(200) not null,
      settled_at varchar(24),
      settled_by varchar(26) references person (id),
      settled_seat_id varchar(26) references round_seat (id),
      settled_label varchar(200),
      settled_reason text,
      idempotency_key varchar(64) not null unique,
      check ((state = 'raised') = (settled_at is null)),
      check ((settled_at is null) = (settled_by is null)),
      check ((settled_at is null) = (settled_label is null)),
      check ((settled_at is null) = (settled_reason is null)),
      check (settled_seat_id is null or settled_at is not null)
    )`);
    await runner.query(
      `create unique index veto_standing on veto (item_id, round_seat_id, ground) where state <> 'withdrawn'`,
    );
    for (const column of ['round_id', 'round_seat_id', 'raised_by', 'settled_by', 'settled_seat_id'])
      await runner.query(`create index veto_${column} on veto (${column})`);
    await runner.query('create index veto_state on veto (state)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table veto');
  }
}
