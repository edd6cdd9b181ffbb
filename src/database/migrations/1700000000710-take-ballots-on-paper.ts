import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A seat without a way to its link votes on paper: one person enters the paper with its scan, another confirms it. At
 * most one entry of a seat and item waits at a time.
 */
export class TakeBallotsOnPaper1700000000710 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table paper_ballot (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      round_seat_id varchar(26) not null references round_seat (id),
      voter_id varchar(26) not null references person (id),
      state varchar(10) not null check (state in ('entered', 'confirmed', 'rejected', 'withdrawn')),
      content text not null,
      declared varchar(8) not null check (declared = 'none'),
      signed_on varchar(10) not null,
      replaces integer not null check (replaces >= 0),
      scan_id varchar(26) not null unique references stored_file (id),
      entered_by_id varchar(26) not null references person (id),
      entered_by_label varchar(200) not null,
      entered_at varchar(24) not null,
      settled_by_id varchar(26) references person (id),
      settled_by_label varchar(200),
      settled_at varchar(24),
      reason text not null,
      check ((state = 'entered') = (settled_at is null)),
      check ((settled_at is null) = (settled_by_id is null)),
      check (state not in ('confirmed', 'rejected') or settled_by_id <> entered_by_id),
      check (state <> 'withdrawn' or settled_by_id = entered_by_id),
      check (state <> 'rejected' or reason <> '')
    )`);
    await runner.query('create index paper_ballot_round on paper_ballot (round_id, entered_at)');
    await runner.query('create index paper_ballot_item on paper_ballot (item_id, round_seat_id)');
    await runner.query('create index paper_ballot_round_seat on paper_ballot (round_seat_id)');
    await runner.query('create index paper_ballot_voter on paper_ballot (voter_id)');
    await runner.query('create index paper_ballot_entered_by on paper_ballot (entered_by_id)');
    await runner.query('create index paper_ballot_settled_by on paper_ballot (settled_by_id)');
    await runner.query(
      `create unique index paper_ballot_waiting on paper_ballot (item_id, round_seat_id) where state = 'entered'`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table paper_ballot');
  }
}
