import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People, rounds and seats are named by id only: links lie below them. */
export class CreateMailedLinks1700000000220 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table mailed_link (
      id varchar(26) primary key,
      purpose varchar(16) not null check (purpose in ('signIn', 'ballot', 'setup')),
      token_hash varchar(64) not null unique,
      person_id varchar(26) not null,
      round_id varchar(26),
      round_seat_id varchar(26),
      issued_at varchar(24) not null,
      expires_at varchar(24),
      revoked_at varchar(24),
      revoked_because varchar(40),
      used_at varchar(24),
      last_used_at varchar(24)
    )`);
    await runner.query('create index mailed_link_person on mailed_link (person_id)');
    await runner.query('create index mailed_link_round on mailed_link (round_id)');
    await runner.query('create index mailed_link_round_seat on mailed_link (round_seat_id)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table mailed_link');
  }
}
