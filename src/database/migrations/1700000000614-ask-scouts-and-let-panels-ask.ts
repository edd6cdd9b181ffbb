import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Questions to the scout of a lead with their answers, and the questions of seats that they were made of. */
export class AskScoutsAndLetPanelsAsk1700000000614 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table lead_question (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      round_id varchar(26) references round (id),
      text text not null,
      state varchar(10) not null check (state in ('asked', 'answered', 'withdrawn')),
      asked_at varchar(24) not null,
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      answer text,
      answered_at varchar(24),
      answered_by_id varchar(26) references person (id),
      key varchar(64) not null unique,
      check ((state = 'answered') = (answer is not null)),
      check ((answer is null) = (answered_at is null))
    )`);
    await runner.query('create index lead_question_lead on lead_question (lead_id, asked_at, id)');
    await runner.query('create index lead_question_state on lead_question (state, asked_at, id)');
    await runner.query('create index lead_question_round on lead_question (round_id)');
    for (const column of ['by_id', 'answered_by_id'])
      await runner.query(
        `create index lead_question_${column.replace('_id', '')} on lead_question (${column})`,
      );
    await runner.query(`create table seat_question (
      id varchar(26) primary key,
      round_id varchar(26) not null references round (id),
      item_id varchar(26) not null references round_item (id),
      lead_id varchar(26) not null references lead (id),
      round_seat_id varchar(26) not null references round_seat (id),
      person_id varchar(26) not null references person (id),
      text text not null,
      state varchar(10) not null check (state in ('waiting', 'passedOn', 'putAside')),
      asked_at varchar(24) not null,
      question_id varchar(26) references lead_question (id),
      reason text,
      key varchar(64) not null unique,
      check ((state = 'passedOn') = (question_id is not null)),
      check ((state = 'putAside') = (reason is not null))
    )`);
    await runner.query('create index seat_question_state on seat_question (state, asked_at, id)');
    await runner.query('create index seat_question_item on seat_question (item_id, round_seat_id)');
    for (const column of ['round_id', 'lead_id', 'round_seat_id', 'person_id', 'question_id'])
      await runner.query(
        `create index seat_question_${column.replace('_id', '')} on seat_question (${column})`,
      );
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['seat_question', 'lead_question']) await runner.query(`drop table ${table}`);
  }
}
