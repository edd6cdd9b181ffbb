import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Who votes for a seat while a round is open: its holder, until it is handed over to the alternate, or back. */
export class HandSeatsOver1700000000475 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table seat_handover (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      round_seat_id varchar(26) not null references round_seat (id),
      position integer not null check (position >= 1),
      to_post varchar(1) not null check (to_post in ('a', 'b')),
      from_id varchar(26) not null references person (id),
      from_name varchar(40) not null,
      to_id varchar(26) not null references person (id),
      to_name varchar(40) not null,
      reason text not null check (reason <> ''),
      recused text not null,
      at varchar(24) not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(200) not null,
      unique (round_seat_id, position),
      check (from_id <> to_id),
      check ((to_post = 'b') = (position % 2 = 1))
    )`);
    await runner.query('create index seat_handover_round on seat_handover (round_id)');
    await runner.query('create index seat_handover_from on seat_handover (from_id)');
    await runner.query('create index seat_handover_to on seat_handover (to_id)');
    await runner.query('create index seat_handover_by on seat_handover (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table seat_handover');
  }
}
