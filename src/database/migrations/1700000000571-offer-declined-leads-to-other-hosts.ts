import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a statement asks for, to whom a lead was offered, and the written word where every host declined. */
export class OfferDeclinedLeadsToOtherHosts1700000000571 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table statement_term (
      id varchar(26) primary key,
      statement_id varchar(26) not null references host_statement (id),
      position integer not null check (position > 0),
      kind varchar(12) not null check (kind in ('condition', 'remedy')),
      text text not null check (text <> ''),
      due_on varchar(10),
      unique (statement_id, position)
    )`);
    await runner.query(`create table host_offer (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      host_id varchar(26) not null references host (id),
      position integer not null check (position > 0),
      cause varchar(12) not null check (cause in ('declined', 'chosen')),
      fit_score varchar(8) not null,
      reason text not null,
      consent text not null,
      origin_share integer not null check (origin_share between 0 and 100),
      share_years integer not null check (share_years >= 0),
      by_id varchar(26) references person (id),
      by_label varchar(120) not null,
      offered_at varchar(24) not null,
      unique (lead_id, host_id),
      unique (lead_id, position)
    )`);
    await runner.query('create index host_offer_host on host_offer (host_id)');
    await runner.query('create index host_offer_person on host_offer (by_id)');
    await runner.query(`create table declined_word (
      id varchar(26) primary key,
      lead_id varchar(26) not null references lead (id),
      text text not null check (text <> ''),
      by_id varchar(26) not null references person (id),
      by_label varchar(120) not null,
      at varchar(24) not null
    )`);
    await runner.query('create index declined_word_lead on declined_word (lead_id, at)');
    await runner.query('create index declined_word_person on declined_word (by_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['declined_word', 'host_offer', 'statement_term']) {
      await runner.query(`drop table ${table}`);
    }
  }
}
