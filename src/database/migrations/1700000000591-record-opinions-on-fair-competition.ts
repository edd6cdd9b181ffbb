import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Opinions on what a lead asks for: of one revision's requests, never changed. */
export class RecordOpinionsOnFairCompetition1700000000591 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table fair_competition_opinion (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      revision integer not null check (revision > 0),
      requests_digest varchar(64) not null,
      findings text not null,
      verdict varchar(20) not null check (verdict in ('lawful', 'lawfulAfterChange', 'unlawful')),
      basis text not null check (basis <> ''),
      text text not null,
      document_no varchar(60) not null,
      file_id varchar(26) references stored_file (id),
      by_id varchar(26) not null references person (id),
      by_label varchar(140) not null,
      at varchar(24) not null,
      sent_key varchar(64) not null,
      unique (lead_id, sent_key),
      check (verdict = 'lawful' or text <> '')
    )`);
    await runner.query(
      'create index fair_competition_opinion_lead on fair_competition_opinion (lead_id, at)',
    );
    await runner.query('create index fair_competition_opinion_by on fair_competition_opinion (by_id)');
    await runner.query('create index fair_competition_opinion_file on fair_competition_opinion (file_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table fair_competition_opinion');
  }
}
