import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Every version of every ballot is a row that nothing changes again; `current_ballot` says which one counts. A
 * recusal is a version too: it ends the line of its seat on that item.
 */
export class CreateBallots1700000000360 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table ballot_version (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      version integer not null check (version >= 1),
      kind varchar(8) not null check (kind in ('cast', 'recusal')),
      vote varchar(12) check (vote in ('agree', 'supplement', 'against', 'abstain')),
      scores text not null,
      na text not null,
      reasons text not null,
      comment text not null,
      note text not null,
      cast_at varchar(24) not null,
      cast_by varchar(26) not null references person (id),
      device varchar(120) not null,
      idempotency_key varchar(64) not null unique,
      receipt_code varchar(19) not null unique,
      unique (item_id, round_seat_id, version),
      check ((kind = 'cast') = (vote is not null))
    )`);
    await runner.query('create index ballot_version_round on ballot_version (round_id)');
    await runner.query('create index ballot_version_round_seat on ballot_version (round_seat_id)');
    await runner.query('create index ballot_version_cast_by on ballot_version (cast_by)');
    await runner.query(`create table current_ballot (
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      round_id varchar(26) not null references round (id),
      ballot_version_id varchar(26) not null references ballot_version (id),
      primary key (item_id, round_seat_id)
    )`);
    await runner.query('create index current_ballot_round on current_ballot (round_id)');
    await runner.query('create index current_ballot_round_seat on current_ballot (round_seat_id)');
    await runner.query('create index current_ballot_version on current_ballot (ballot_version_id)');
    await runner.query(`create table ballot_draft (
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      content text not null,
      saved_at varchar(24) not null,
      primary key (item_id, round_seat_id)
    )`);
    await runner.query('create index ballot_draft_round_seat on ballot_draft (round_seat_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['ballot_draft', 'current_ballot', 'ballot_version'])
      await runner.query(`drop table ${table}`);
  }
}
