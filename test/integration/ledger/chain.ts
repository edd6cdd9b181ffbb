import { Ids } from '../../../src/clock/ids';
import { SetClock } from '../../../src/clock/clock';
import { SecureRandomness } from '../../../src/clock/randomness';
import type { KeyObject } from 'node:crypto';
import { entryHash, GENESIS } from '../../../src/ledger/chain';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import type { GivenHead } from '../../../src/ledger/heads-file';
import { HeadKey } from '../../../src/ledger/head-key';
import { LedgerEntry } from '../../../src/ledger/ledger-entry.entity';
import { Ledger } from '../../../src/ledger/ledger';
import { SealedRecords } from '../../../src/ledger/sealed-records';
import { Verifier } from '../../../src/ledger/verifier';
import type { VerificationReport } from '../../../src/ledger/verification';
import { wordsFor } from '../../../src/words/words';
import { sql } from '../../../src/database/sql';
import type { CanonicalValue } from '../../../src/domain/shared/canonical';
import { openTestDatabase, TestDatabase } from '../../support/databases';
import type { Dialect } from '../../../src/database/sql';

export const secretary = { personId: null, label: '宋知行（专班秘书处）' };

/** A ledger over a fresh database, with one kind of sealed row: the days of the calendar. */
export interface LedgerWorld {
  database: TestDatabase;
  clock: SetClock;
  ledger: Ledger;
  checks: ConsistencyChecks;
  /** Writes a calendar day and its seal in one unit. */
  sealDay(day: string, name: string): Promise<void>;
  verify(heads?: readonly GivenHead[], publicKey?: KeyObject): Promise<VerificationReport>;
  /** Changes the database behind the program's back, past the triggers and through the owner's connection. */
  tamper(statement: string): Promise<void>;
}

interface DayRow {
  day: string;
  kind: string;
  name: string;
}

const contentOf = ({ day, kind, name }: DayRow): CanonicalValue => ({ day, kind, name });

export async function ledgerWorld(dialect: Dialect, key = HeadKey.none): Promise<LedgerWorld> {
  const database = await openTestDatabase(dialect);
  const clock = new SetClock('2026-03-05T02:12:00.000Z');
  const ledger = new Ledger(clock, new Ids(clock, new SecureRandomness()), key);
  const records = new SealedRecords();
  records.register({
    type: 'day',
    async *each(source) {
      const rows = await source.rows<DayRow>(sql`select day, kind, name from calendar_day order by day`);
      for (const row of rows) yield { id: row.day, content: contentOf(row) };
    },
  });
  const checks = new ConsistencyChecks();
  const verifier = new Verifier(records, checks);
  return {
    database,
    clock,
    ledger,
    checks,
    sealDay: (day, name) =>
      database.work.run(async (tx) => {
        const row = { day, kind: 'holiday', name };
        await tx.run(sql`insert into calendar_day (day, kind, name) values (${day}, 'holiday', ${name})`);
        await ledger.seal(tx, 'day', day, contentOf(row), { kind: 'day.named', actor: secretary });
      }),
    verify: (heads = [], publicKey) =>
      verifier.verify(database.reader, { heads, publicKey, words: wordsFor('en') }),
    tamper: (statement) =>
      database.work.run(async (tx) => {
        for (const trigger of triggersOff(dialect)) await tx.run(sql.raw(trigger));
        await tx.run(sql.raw(statement));
      }),
  };
}

function triggersOff(dialect: Dialect): string[] {
  if (dialect === 'postgres') {
    return ['ledger_entry', 'ledger_head'].map((table) => `alter table ${table} disable trigger user`);
  }
  const names = ['ledger_entry_moves_tip'];
  for (const table of ['ledger_entry', 'ledger_head']) {
    names.push(`${table}_refuses_update`, `${table}_refuses_delete`);
  }
  return names.map((name) => `drop trigger if exists ${name}`);
}

/** What an owner of the database with patience could do: change a vote, then recompute all that follows. */
export async function rewriteEverything(world: LedgerWorld): Promise<void> {
  const entries = await world.database.reader.find(LedgerEntry, sql`order by seq`);
  let previousHash = GENESIS;
  for (const entry of entries) {
    const forged = { ...entry, actorLabel: '别人', previousHash };
    const hash = entryHash(forged);
    await world.tamper(
      `update ledger_entry set actor_label = '别人', previous_hash = '${previousHash}', hash = '${hash}' where seq = ${entry.seq}`,
    );
    previousHash = hash;
  }
  await world.tamper(`update ledger_tip set hash = '${previousHash}'`);
  await world.tamper(`update ledger_head set hash = '${previousHash}'`);
}
