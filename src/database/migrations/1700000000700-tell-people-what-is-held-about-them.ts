import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whoever asks what the office holds about them is told, once, on a request that is on paper. */
export class TellPeopleWhatIsHeldAboutThem1700000000700 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table disclosure (
      id varchar(26) primary key,
      person_id varchar(26) references person (id),
      asked_for varchar(120) check (asked_for <> ''),
      basis varchar(12) not null check (basis in ('ownRequest', 'authority', 'inquiry')),
      document_no varchar(80) not null check (document_no <> ''),
      reason varchar(200) not null check (reason <> ''),
      made_by varchar(26) not null references person (id),
      made_by_label varchar(140) not null,
      made_at varchar(24) not null,
      check (person_id is null or asked_for is null)
    )`);
    await runner.query('create index disclosure_person on disclosure (person_id)');
    await runner.query('create index disclosure_made_by on disclosure (made_by)');
    await runner.query('create index disclosure_made_at on disclosure (made_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table disclosure');
  }
}
