import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a scout submits is sealed for good; whom to call has to be erased some day. From now on a revision is stored and
 * sealed without its people, who stand in a row of their own; of them only a digest is sealed, keyed with a salt that
 * goes with them. Revisions from before keep the layout they were sealed in (1) until they are erased.
 */
export class KeepContactsApartFromWhatIsSealed1700000000561 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table lead_revision add column layout integer default 1 not null check (layout in (1, 2))',
    );
    await runner.query('alter table lead add column people_erased_at varchar(24)');
    await runner.query('create index lead_people_due on lead (people_erased_at, state, state_at)');
    await runner.query(`create table lead_contact (
      id varchar(26) primary key,
      revision_id varchar(26) not null unique references lead_revision (id),
      people text,
      salt varchar(64),
      mac varchar(64) not null,
      erased_at varchar(24),
      erased_because varchar(200),
      check ((people is null) = (salt is null)),
      check ((people is null) = (erased_at is not null)),
      check ((erased_at is null) = (erased_because is null))
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table lead_contact');
    await runner.query('drop index lead_people_due');
    await runner.query('alter table lead drop column people_erased_at');
    await runner.query('alter table lead_revision drop column layout');
  }
}
