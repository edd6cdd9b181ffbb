import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A round with its items, the roll frozen at opening, who has cast (never what), and the record of its acts. */
export class CreateRounds1700000000350 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table round (
      id varchar(26) primary key,
      number varchar(16) not null unique,
      title varchar(60) not null,
      state varchar(10) not null check (state in ('planned', 'open', 'closed', 'announced', 'cancelled')),
      panel_id varchar(26) not null references panel (id),
      rubric_version_id varchar(26) not null references rubric_version (id),
      rule_set_version_id varchar(26) not null references rule_set_version (id),
      deadline_at varchar(24) not null,
      first_deadline_at varchar(24) not null,
      created_at varchar(24) not null,
      created_by varchar(26) not null references person (id),
      opened_at varchar(24),
      extended_at varchar(24),
      closed_at varchar(24),
      announced_at varchar(24),
      cancelled_at varchar(24),
      frozen_digest varchar(64),
      check ((opened_at is null) = (frozen_digest is null)),
      check (state <> 'planned' or opened_at is null),
      check (state not in ('open', 'closed', 'announced') or opened_at is not null)
    )`);
    await runner.query('create index round_panel on round (panel_id)');
    await runner.query('create index round_rubric_version on round (rubric_version_id)');
    await runner.query('create index round_rule_set_version on round (rule_set_version_id)');
    await runner.query('create index round_created_by on round (created_by)');
    await runner.query('create index round_state on round (state, id)');
    await runner.query(`create table round_item (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      position integer not null,
      lead_id varchar(26) not null references lead (id),
      lead_revision_id varchar(26) references lead_revision (id),
      unique (round_id, lead_id),
      unique (round_id, position)
    )`);
    await runner.query('create index round_item_lead on round_item (lead_id)');
    await runner.query('create index round_item_lead_revision on round_item (lead_revision_id)');
    await runner.query(`create table round_seat (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      seat_id varchar(26) not null references seat (id),
      position integer not null,
      kind varchar(10) not null check (kind in ('park', 'support', 'institute', 'enterprise')),
      unit_name varchar(60) not null,
      function varchar(20),
      mandatory smallint not null check (mandatory in (0, 1)),
      holder_id varchar(26) not null references person (id),
      holder_name varchar(40) not null,
      alternate_id varchar(26) references person (id),
      alternate_name varchar(40),
      unique (round_id, seat_id),
      unique (round_id, position)
    )`);
    await runner.query('create index round_seat_seat on round_seat (seat_id)');
    await runner.query('create index round_seat_holder on round_seat (holder_id)');
    await runner.query('create index round_seat_alternate on round_seat (alternate_id)');
    await runner.query(`create table turnout (
      round_seat_id varchar(26) not null references round_seat (id),
      item_id varchar(26) not null references round_item (id),
      round_id varchar(26) not null references round (id),
      state varchar(8) not null check (state in ('waiting', 'cast', 'recused')),
      at varchar(24),
      primary key (round_seat_id, item_id)
    )`);
    await runner.query('create index turnout_round on turnout (round_id)');
    await runner.query('create index turnout_item on turnout (item_id)');
    await runner.query(`create table round_act (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      position integer not null,
      move varchar(12) not null,
      by_id varchar(26) references person (id),
      by_label varchar(200) not null,
      at varchar(24) not null,
      reason text not null,
      details text not null,
      unique (round_id, position)
    )`);
    await runner.query('create index round_act_by on round_act (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['round_act', 'turnout', 'round_seat', 'round_item', 'round']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
