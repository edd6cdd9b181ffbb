import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Panels drawn for one round, each with all that it was drawn from, so that the draw can be repeated. */
export class DrawPanels1700000000478 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table panel add column drawn_for varchar(16)');
    await runner.query(`create table panel_draw (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      panel_id varchar(26) not null unique references panel (id),
      before_id varchar(26) not null references panel (id),
      seed varchar(64) not null,
      criteria text not null,
      candidates text not null,
      proposed text not null,
      seated text not null,
      reason text not null,
      at varchar(24) not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(200) not null,
      check (proposed = seated or reason <> '')
    )`);
    await runner.query('create index panel_draw_round on panel_draw (round_id)');
    await runner.query('create index panel_draw_before on panel_draw (before_id)');
    await runner.query('create index panel_draw_by on panel_draw (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table panel_draw');
    await runner.query('alter table panel drop column drawn_for');
  }
}
