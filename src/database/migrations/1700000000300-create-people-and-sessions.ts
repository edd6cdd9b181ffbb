import type { MigrationInterface, QueryRunner } from 'typeorm';

export class CreatePeopleAndSessions1700000000300 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table unit (
      id varchar(26) primary key,
      code varchar(40) not null unique,
      name varchar(60) not null,
      kind varchar(12) not null
        check (kind in ('department', 'outpost', 'park', 'institute', 'enterprise', 'office')),
      created_at varchar(24) not null
    )`);
    await runner.query(`create table person (
      id varchar(26) primary key,
      account varchar(40) not null unique,
      name varchar(40) not null,
      post varchar(60) not null,
      email varchar(254) not null unique check (email = lower(email)),
      mobile varchar(24),
      unit_id varchar(26) not null references unit (id),
      roles varchar(120) not null,
      locale varchar(5) check (locale in ('zh-CN', 'en')),
      password_hash varchar(120),
      created_at varchar(24) not null,
      disabled_at varchar(24)
    )`);
    await runner.query('create index person_unit on person (unit_id)');
    await runner.query(`create table session (
      id varchar(26) primary key,
      token_hash varchar(64) not null unique,
      kind varchar(8) not null check (kind in ('person', 'ballot')),
      person_id varchar(26) not null references person (id),
      link_id varchar(26) references mailed_link (id),
      round_id varchar(26),
      round_seat_id varchar(26),
      opened_by varchar(8) not null check (opened_by in ('password', 'link', 'demo')),
      device varchar(120) not null,
      created_at varchar(24) not null,
      seen_at varchar(24) not null,
      expires_at varchar(24) not null,
      ended_at varchar(24),
      check ((kind = 'ballot') = (link_id is not null)),
      check ((kind = 'ballot') = (round_id is not null)),
      check ((kind = 'ballot') = (round_seat_id is not null))
    )`);
    await runner.query('create index session_person on session (person_id)');
    await runner.query('create index session_link on session (link_id)');
    await runner.query('create index session_expiry on session (expires_at)');
    await runner.query(`create table sign_in_attempt (
      id varchar(26) primary key,
      email varchar(254) not null,
      address varchar(45) not null,
      outcome varchar(12) not null check (outcome in ('right', 'wrong', 'locked', 'disabled')),
      at varchar(24) not null
    )`);
    await runner.query('create index sign_in_attempt_email on sign_in_attempt (email, at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['sign_in_attempt', 'session', 'person', 'unit'])
      await runner.query(`drop table ${table}`);
  }
}
