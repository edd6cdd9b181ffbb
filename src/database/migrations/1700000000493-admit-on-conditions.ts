import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Conditions of admission with owner and day, and projects that are back with the panel because one was missed. */
export class AdmitOnConditions1700000000493 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table admission_condition (
      id varchar(26) primary key,
      item_id varchar(26) not null references round_item (id),
      round_id varchar(26) not null references round (id),
      lead_id varchar(26) not null references lead (id),
      position integer not null check (position > 0),
      wanted text not null,
      owner_id varchar(26) not null references person (id),
      owner_label varchar(140) not null,
      due_on varchar(10) not null,
      state varchar(10) not null
        check (state in ('proposed', 'open', 'reported', 'met', 'returned', 'dropped')),
      set_by_id varchar(26) not null references person (id),
      set_by_label varchar(140) not null,
      set_at varchar(24) not null,
      begun_at varchar(24),
      reported_at varchar(24),
      reported_by_id varchar(26) references person (id),
      reported_by_label varchar(140),
      report text,
      ended_at varchar(24),
      ended_by_id varchar(26) references person (id),
      ended_by_label varchar(140),
      note text,
      unique (item_id, position),
      check ((begun_at is null) = (state in ('proposed', 'dropped'))),
      check (state not in ('reported', 'met') or reported_by_id is not null),
      check ((ended_at is null) = (state in ('proposed', 'open', 'reported'))),
      check (state <> 'met' or ended_by_id <> reported_by_id)
    )`);
    for (const [name, column] of [
      ['round', 'round_id'],
      ['owner', 'owner_id'],
      ['setter', 'set_by_id'],
      ['reporter', 'reported_by_id'],
      ['ender', 'ended_by_id'],
    ])
      await runner.query(`create index admission_condition_${name} on admission_condition (${column})`);
    await runner.query(
      'create index admission_condition_lead on admission_condition (lead_id, state, due_on)',
    );
    await runner.query('create index admission_condition_state on admission_condition (state, due_on)');
    await runner.query('alter table project add column recalled_at varchar(24)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table project drop column recalled_at');
    await runner.query('drop table admission_condition');
  }
}
