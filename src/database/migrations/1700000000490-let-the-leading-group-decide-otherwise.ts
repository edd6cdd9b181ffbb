import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rebuildTable } from '../rebuild-table';

/**
 * An override stands beside the computed outcome. What is decided after an announcement is a decision with a letter
 * of its own, so that an outcome may have more than one letter.
 */
export class LetTheLeadingGroupDecideOtherwise1700000000490 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    for (const table of ['outcome', 'earlier_outcome']) {
      await runner.query(`alter table ${table} add column overridden varchar(12)
        check (overridden in ('admit', 'consult', 'resubmit', 'defer', 'reject'))`);
      await runner.query(`alter table ${table} add column materials text`);
    }
    await runner.query(`create table override_act (
      id varchar(26) primary key,
      item_id varchar(26) not null references round_item (id),
      outcome_id varchar(26) not null,
      round_id varchar(26) not null references round (id),
      lead_id varchar(26) not null references lead (id),
      computed varchar(12) not null check (computed in ('admit', 'reject', 'borderline')),
      stood varchar(12) check (stood in ('admit', 'consult', 'resubmit', 'defer', 'reject')),
      result varchar(12) not null check (result in ('admit', 'consult', 'resubmit', 'defer', 'reject')),
      announced smallint not null check (announced in (0, 1)),
      document_number varchar(60) not null,
      reason text not null,
      file_id varchar(26) not null references stored_file (id),
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null
    )`);
    for (const column of ['item_id', 'outcome_id', 'round_id', 'lead_id', 'file_id', 'by_id'])
      await runner.query(
        `create index override_act_${column.replace('_id', '')} on override_act (${column})`,
      );
    await runner.query(`create table decision (
      id varchar(26) primary key,
      outcome_id varchar(26) not null references outcome (id),
      round_id varchar(26) not null references round (id),
      lead_id varchar(26) not null references lead (id),
      cause varchar(14) not null check (cause in ('consultation', 'override')),
      cause_id varchar(26) not null,
      result varchar(12) not null check (result in ('admit', 'consult', 'resubmit', 'defer', 'reject')),
      reason text not null,
      document_number varchar(60),
      materials text,
      cage_no varchar(16) unique,
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null,
      check ((cause = 'override') = (document_number is not null)),
      check (cage_no is null or result = 'admit')
    )`);
    for (const column of ['outcome_id', 'round_id', 'lead_id', 'by_id'])
      await runner.query(`create index decision_${column.replace('_id', '')} on decision (${column})`);
    await this.letLettersFollowDecisions(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('delete from letter where decision_id is not null');
    for (const index of ['letter_of_outcome', 'letter_decision', 'letter_outcome'])
      await runner.query(`drop index ${index}`);
    await runner.query('alter table letter drop column decision_id');
    await runner.query(
      runner.connection.options.type === 'postgres'
        ? 'alter table letter add constraint letter_outcome_id_key unique (outcome_id)'
        : 'create unique index letter_outcome_id_key on letter (outcome_id)',
    );
    for (const table of ['decision', 'override_act']) await runner.query(`drop table ${table}`);
    for (const table of ['outcome', 'earlier_outcome'])
      for (const column of ['overridden', 'materials'])
        await runner.query(`alter table ${table} drop column ${column}`);
  }

  private letLettersFollowDecisions(runner: QueryRunner): Promise<void> {
    const indexes = [
      'create index letter_round on letter (round_id)',
      'create index letter_lead on letter (lead_id)',
      'create index letter_scout on letter (scout_id)',
    ];
    const added = [
      'create unique index letter_of_outcome on letter (outcome_id) where decision_id is null',
      'create unique index letter_decision on letter (decision_id)',
      'create index letter_outcome on letter (outcome_id)',
    ];
    return rebuildTable(runner, {
      table: 'letter',
      columns: `
        id varchar(26) primary key,
        number varchar(24) not null unique,
        year integer not null,
        serial integer not null check (serial > 0),
        round_id varchar(26) not null references round (id),
        outcome_id varchar(26) not null references outcome (id),
        decision_id varchar(26) references decision (id),
        lead_id varchar(26) not null references lead (id),
        scout_id varchar(26) not null references person (id),
        content text not null,
        created_at varchar(24) not null,
        released_at varchar(24),
        unique (year, serial)`,
      carried: [
        'id',
        'number',
        'year',
        'serial',
        'round_id',
        'outcome_id',
        'lead_id',
        'scout_id',
        'content',
        'created_at',
        'released_at',
      ],
      indexes: [...indexes, ...added],
      postgres: [
        'alter table letter add column decision_id varchar(26) references decision (id)',
        'alter table letter drop constraint letter_outcome_id_key',
        ...added,
      ],
    });
  }
}
