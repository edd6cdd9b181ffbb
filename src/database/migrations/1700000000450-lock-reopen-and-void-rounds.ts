import type { MigrationInterface, QueryRunner } from 'typeorm';
import { rebuildTable } from '../rebuild-table';

const columns = (states: string, opened: string, more: string): string => `
  id varchar(26) primary key,
  number varchar(16) not null unique,
  title varchar(60) not null,
  state varchar(10) not null check (state in (${states})),
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
  ${more}
  check ((opened_at is null) = (frozen_digest is null)),
  check (state <> 'planned' or opened_at is null),
  check (state not in (${opened}) or opened_at is not null)`;

const states = "'planned', 'open', 'locked', 'closed', 'announced', 'cancelled', 'voided'";
const opened = "'open', 'locked', 'closed', 'announced', 'voided'";
const earlierStates = "'planned', 'open', 'closed', 'announced', 'cancelled'";
const earlierOpened = "'open', 'closed', 'announced'";

const carried = [
  ...['id', 'number', 'title', 'state', 'panel_id', 'rubric_version_id', 'rule_set_version_id'],
  ...['deadline_at', 'first_deadline_at', 'created_at', 'created_by', 'opened_at', 'extended_at'],
  ...['closed_at', 'announced_at', 'cancelled_at', 'frozen_digest'],
];
const indexes = [
  'create index round_panel on round (panel_id)',
  'create index round_rubric_version on round (rubric_version_id)',
  'create index round_rule_set_version on round (rule_set_version_id)',
  'create index round_created_by on round (created_by)',
  'create index round_state on round (state, id)',
];

/**
 * The deadline locks a round; two people may reopen or void it, by a request that the second of them carries out; what
 * a round had come to before is kept beside what it comes to in the end.
 */
export class LockReopenAndVoidRounds1700000000450 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const checks = [
      "check ((state = 'locked') = (locked_at is not null and closed_at is null and voided_at is null))",
      "check ((state = 'voided') = (voided_at is not null))",
    ];
    await rebuildTable(runner, {
      table: 'round',
      columns: columns(states, opened, `locked_at varchar(24), voided_at varchar(24), ${checks.join(', ')},`),
      carried,
      indexes,
      postgres: [
        'alter table round add column locked_at varchar(24), add column voided_at varchar(24)',
        'alter table round drop constraint round_state_check, drop constraint round_check2',
        `alter table round add constraint round_state_check check (state in (${states})),
           add constraint round_check2 check (state not in (${opened}) or opened_at is not null),
           ${checks.map((check) => `add ${check}`).join(', ')}`,
      ],
    });
    await runner.query(`create table round_request (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      kind varchar(8) not null check (kind in ('reopen', 'void')),
      state varchar(12) not null check (state in ('asked', 'carriedOut', 'withdrawn')),
      reason text not null,
      deadline_at varchar(24),
      asked_by_id varchar(26) not null references person (id),
      asked_by_label varchar(200) not null,
      asked_at varchar(24) not null,
      answered_by_id varchar(26) references person (id),
      answered_by_label varchar(200),
      answered_at varchar(24),
      remark text not null,
      check ((kind = 'reopen') = (deadline_at is not null)),
      check ((state = 'asked') = (answered_at is null)),
      check ((answered_by_id is null) = (answered_at is null)),
      check (state <> 'carriedOut' or answered_by_id <> asked_by_id)
    )`);
    await runner.query('create index round_request_round on round_request (round_id)');
    await runner.query('create index round_request_asked_by on round_request (asked_by_id)');
    await runner.query('create index round_request_answered_by on round_request (answered_by_id)');
    await runner.query(
      "create unique index round_request_unanswered on round_request (round_id) where state = 'asked'",
    );
    await runner.query(`create table earlier_outcome (
      id varchar(26) primary key,
      request_id varchar(26) not null references round_request (id),
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      lead_id varchar(26) not null references lead (id),
      position integer not null check (position > 0),
      computed varchar(12) not null check (computed in ('admit', 'reject', 'borderline', 'void')),
      reason varchar(24),
      score varchar(80),
      record text not null,
      computed_at varchar(24) not null,
      ruling varchar(12),
      ruling_reason text,
      ruled_by_id varchar(26) references person (id),
      ruled_by_label varchar(140),
      ruled_at varchar(24),
      put_aside_at varchar(24) not null,
      unique (request_id, item_id)
    )`);
    await runner.query('create index earlier_outcome_round on earlier_outcome (round_id)');
    await runner.query('create index earlier_outcome_item on earlier_outcome (item_id)');
    await runner.query('create index earlier_outcome_lead on earlier_outcome (lead_id)');
    await runner.query('create index earlier_outcome_ruled_by on earlier_outcome (ruled_by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table earlier_outcome');
    await runner.query('drop table round_request');
    await rebuildTable(runner, {
      table: 'round',
      columns: columns(earlierStates, earlierOpened, ''),
      carried,
      indexes,
      postgres: [
        'alter table round drop column locked_at, drop column voided_at',
        'alter table round drop constraint round_state_check, drop constraint round_check2',
        `alter table round add constraint round_state_check check (state in (${earlierStates})),
           add constraint round_check2 check (state not in (${earlierOpened}) or opened_at is not null)`,
      ],
    });
  }
}
