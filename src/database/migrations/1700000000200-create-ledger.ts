import type { MigrationInterface, QueryRunner } from 'typeorm';

const genesis = '0'.repeat(64);

/**
 * The chain of binding acts. The triggers that refuse a change are a hurdle for hands and programs, not a proof:
 * whoever owns the database can drop them, and the verifier finds what was done. `ledger_tip` is the one row that
 * appends take turns on; a trigger moves it, so that an append is one read and one insert.
 */
export class CreateLedger1700000000200 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`create table ledger_entry (
      seq integer primary key,
      at varchar(24) not null,
      kind varchar(60) not null,
      actor_id varchar(26),
      actor_label varchar(200) not null,
      subject_type varchar(40) not null,
      subject_id varchar(60) not null,
      facts text not null,
      previous_hash varchar(64) not null,
      hash varchar(64) not null
    )`);
    await runner.query('create index ledger_entry_kind on ledger_entry (kind, seq)');
    await runner.query('create index ledger_entry_subject on ledger_entry (subject_type, subject_id, seq)');
    await runner.query(`create table ledger_tip (
      id smallint primary key check (id = 1),
      seq integer not null,
      hash varchar(64) not null
    )`);
    await runner.query(`insert into ledger_tip (id, seq, hash) values (1, 0, '${genesis}')`);
    await runner.query(`create table ledger_head (
      id varchar(26) primary key,
      seq integer not null,
      hash varchar(64) not null,
      cause varchar(120) not null,
      at varchar(24) not null
    )`);
    await runner.query('create index ledger_head_seq on ledger_head (seq)');
    if (runner.connection.options.type === 'postgres') await postgresTriggers(runner);
    else await sqliteTriggers(runner);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table ledger_head');
    await runner.query('drop table ledger_tip');
    await runner.query('drop table ledger_entry');
    if (runner.connection.options.type !== 'postgres') return;
    await runner.query('drop function refuse_ledger_change()');
    await runner.query('drop function move_ledger_tip()');
  }
}

async function sqliteTriggers(runner: QueryRunner): Promise<void> {
  for (const table of ['ledger_entry', 'ledger_head']) {
    for (const act of ['update', 'delete']) {
      await runner.query(`create trigger ${table}_refuses_${act} before ${act} on ${table}
        begin select raise(abort, 'the ledger is append-only'); end`);
    }
  }
  await runner.query(`create trigger ledger_entry_moves_tip after insert on ledger_entry
    begin update ledger_tip set seq = new.seq, hash = new.hash where seq < new.seq; end`);
}

/** `execute procedure` because the PostgreSQL-compatible engines of public bodies do not all know the newer word. */
async function postgresTriggers(runner: QueryRunner): Promise<void> {
  await runner.query(`create function refuse_ledger_change() returns trigger language plpgsql as
    $$ begin raise exception 'the ledger is append-only'; end $$`);
  await runner.query(`create function move_ledger_tip() returns trigger language plpgsql as
    $$ begin
      update ledger_tip set seq = new.seq, hash = new.hash where seq < new.seq;
      return null;
    end $$`);
  for (const table of ['ledger_entry', 'ledger_head']) {
    await runner.query(`create trigger ${table}_append_only before update or delete or truncate on ${table}
      for each statement execute procedure refuse_ledger_change()`);
  }
  await runner.query(`create trigger ledger_entry_moves_tip after insert on ledger_entry
    for each row execute procedure move_ledger_tip()`);
}
