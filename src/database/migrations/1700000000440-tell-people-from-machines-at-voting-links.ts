import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a voting link needs beside its token: the mail that carries it, a short code, who fetched it without pressing,
 * the devices it was used from, and a code by mail where the panel asks for one.
 */
export class TellPeopleFromMachinesAtVotingLinks1700000000440 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table mailed_link add column mail_id varchar(26)');
    await runner.query('alter table mailed_link add column code_hash varchar(64)');
    await runner.query('create index mailed_link_mail on mailed_link (mail_id)');
    await runner.query('create index mailed_link_code on mailed_link (code_hash)');
    await runner.query(`alter table panel add column second_step varchar(8) default 'none' not null
      check (second_step in ('none', 'mail'))`);
    await runner.query(`create table link_fetch (
      link_id varchar(26) not null references mailed_link (id),
      method varchar(4) not null check (method in ('GET', 'HEAD')),
      source varchar(32) not null,
      scanner varchar(20),
      device varchar(40) not null,
      first_at varchar(24) not null,
      last_at varchar(24) not null,
      times integer not null check (times > 0),
      primary key (link_id, method, source),
      check (first_at <= last_at)
    )`);
    await runner.query(`create table link_device (
      id varchar(26) primary key,
      round_seat_id varchar(26) not null references round_seat (id),
      person_id varchar(26) not null references person (id),
      link_id varchar(26) not null references mailed_link (id),
      mark_hash varchar(64) not null,
      device varchar(40) not null,
      position integer not null check (position > 0),
      first_at varchar(24) not null,
      unique (round_seat_id, person_id, mark_hash),
      unique (round_seat_id, person_id, position)
    )`);
    await runner.query('create index link_device_person on link_device (person_id)');
    await runner.query('create index link_device_link on link_device (link_id)');
    await runner.query(`create table link_code_attempt (
      id varchar(26) primary key,
      whom varchar(254) not null,
      outcome varchar(8) not null check (outcome in ('right', 'wrong', 'locked')),
      at varchar(24) not null
    )`);
    await runner.query('create index link_code_attempt_whom on link_code_attempt (whom, at)');
    await runner.query(`create table link_step (
      id varchar(26) primary key,
      link_id varchar(26) not null references mailed_link (id),
      browser_hash varchar(64) not null unique,
      code_hash varchar(64) not null,
      way varchar(4) not null check (way in ('link', 'code')),
      tries integer not null check (tries between 0 and 5),
      sent_at varchar(24) not null,
      expires_at varchar(24) not null,
      used_at varchar(24),
      check (sent_at < expires_at)
    )`);
    await runner.query('create index link_step_link on link_step (link_id, sent_at)');
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['link_step', 'link_code_attempt', 'link_device', 'link_fetch'])
      await runner.query(`drop table ${table}`);
    await runner.query('alter table panel drop column second_step');
    await runner.query('drop index mailed_link_code');
    await runner.query('drop index mailed_link_mail');
    await runner.query('alter table mailed_link drop column code_hash');
    await runner.query('alter table mailed_link drop column mail_id');
  }
}
