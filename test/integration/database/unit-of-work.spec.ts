import { setTimeout as wait } from 'node:timers/promises';
import { DataSource } from 'typeorm';
import { writerOptions } from '../../../src/database/data-sources';
import { isUniqueViolation, WriteOutsideUnitOfWork } from '../../../src/database/errors';
import { sql } from '../../../src/database/sql';
import type { Tx } from '../../../src/database/transaction';
import { freshDatabaseUrl, onEachDatabase, openTestDatabase, TestDatabase } from '../../support/databases';

const units = 2000;
const atOnce = 10;

/** Every twentieth unit fails on purpose: 5 %. */
const fails = (unit: number): boolean => unit % 20 === 7;

async function inParallel(work: (unit: number) => Promise<void>): Promise<void> {
  let next = 0;
  const worker = async (): Promise<void> => {
    while (next < units) await work(next++);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
}

function writeDay(tx: Tx, unit: number, half: 'a' | 'b'): Promise<number> {
  return tx.run(
    sql`insert into calendar_day (day, kind, name) values (${`${half}${unit}`}, 'holiday', ${half})`,
  );
}

onEachDatabase('a unit of work', (dialect) => {
  let database: TestDatabase;
  beforeEach(async () => {
    database = await openTestDatabase(dialect);
  });
  afterEach(() => database.close());

  it(`C-05 never mixes with another: ${units} units, ${atOnce} at once, a wait inside, 5 % failing`, async () => {
    const kept = new Set<number>();
    await inParallel(async (unit) => {
      try {
        await database.work.run(async (tx) => {
          await writeDay(tx, unit, 'a');
          await wait(unit % 3 === 0 ? 1 : 0);
          if (fails(unit)) throw new Error('on purpose');
          await writeDay(tx, unit, 'b');
        });
        kept.add(unit);
      } catch (error) {
        expect(String(error)).toContain('on purpose');
      }
    });
    const rows = await database.reader.rows<{ day: string }>(sql`select day from calendar_day`);
    const stored = new Set(rows.map(({ day }) => day));
    const lost = [...kept].filter((unit) => !stored.has(`a${unit}`) || !stored.has(`b${unit}`));
    const keptThoughRefused = [...stored].filter((day) => !kept.has(Number(day.slice(1))));
    expect({ lost, keptThoughRefused, acknowledged: kept.size }).toEqual({
      lost: [],
      keptThoughRefused: [],
      acknowledged: units - units / 20,
    });
  });

  it('is joined by a call made inside it, and rolls both back together', async () => {
    const failing = database.work.run(async (tx) => {
      await writeDay(tx, 1, 'a');
      await database.work.run(async (inner) => {
        expect(inner).toBe(tx);
        await writeDay(inner, 1, 'b');
      });
      throw new Error('on purpose');
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
  });

  it('keeps nothing when a part of it failed, even where the failure was caught', async () => {
    const failing = database.work.run(async (tx) => {
      await writeDay(tx, 1, 'a');
      await database.work.run(() => Promise.reject(new Error('the part'))).catch(() => undefined);
    });
    await expect(failing).rejects.toThrow('the part');
    expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
  });

  const postDay = (tx: Tx, unit: number) =>
    tx.post(sql`insert into calendar_day (day, kind, name) values (${`a${unit}`}, 'holiday', 'a')`);

  it('keeps nothing when a statement that nobody waited for has failed, and says what that one said', async () => {
    const waiting = { last: (tx: Tx) => postDay(tx, 1), more: (tx: Tx) => writeDay(tx, 2, 'b') };
    for (const then of Object.values(waiting)) {
      const failing = database.work.run(async (tx) => {
        await postDay(tx, 1);
        // Taken already: on PostgreSQL nobody knows yet, and each later statement is refused because of it.
        await postDay(tx, 1);
        await then(tx);
      });
      expect(await failing.then(() => null, isUniqueViolation)).toBe(true);
      expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
    }
  });

  it('lets a part know what its own statements have said before the whole goes on', async () => {
    let told = false;
    const failing = database.work.run(async (tx) => {
      await postDay(tx, 1);
      await database.work
        .run((inner) => postDay(inner, 1))
        .catch((error) => (told = isUniqueViolation(error)));
    });
    expect(await failing.then(() => null, isUniqueViolation)).toBe(true);
    expect(told).toBe(true);
  });

  it('keeps the order of statements that nobody waited for, also where there are many', async () => {
    const days = Array.from({ length: 300 }, (_, unit) => unit);
    await database.work.run(async (tx) => {
      for (const unit of days) await postDay(tx, unit);
      await tx.post(sql`update calendar_day set name = 'seen'`);
      await postDay(tx, 300);
    });
    const rows = await database.reader.rows<{ day: string }>(
      sql`select day from calendar_day where name = 'seen'`,
    );
    expect(rows).toHaveLength(300);
  });

  it('lets nothing be written behind its end by what it did not wait for', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = database.work.run((tx) => {
      late = tx.rows(sql`select 1`).then(() => tx.rows(sql`select 2`).then(() => writeDay(tx, 1, 'a')));
      late.catch(() => undefined);
      return Promise.reject(new Error('on purpose'));
    });
    await expect(failing).rejects.toThrow('on purpose');
    await expect(late).rejects.toThrow('has ended');
    expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
  });

  it('is not seen by a reader before it is committed', async () => {
    await database.work.run(async (tx) => {
      await writeDay(tx, 1, 'a');
      expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
    });
    expect(await database.reader.rows(sql`select day from calendar_day`)).toHaveLength(1);
  });

  it('calls what waits for the commit only when it is committed', async () => {
    const calls: string[] = [];
    await database.work.run(async (tx) => {
      tx.afterCommit(() => calls.push('kept'));
      await writeDay(tx, 1, 'a');
    });
    const failing = database.work.run((tx) => {
      tx.afterCommit(() => calls.push('refused'));
      return Promise.reject(new Error('on purpose'));
    });
    await expect(failing).rejects.toThrow('on purpose');
    expect(calls).toEqual(['kept']);
  });

  it('refuses a write outside it, through the writing connection and through the reader', async () => {
    const write = "insert into calendar_day (day, kind, name) values ('x', 'holiday', 'x')";
    await expect(database.sources.writer.query(write)).rejects.toThrow(WriteOutsideUnitOfWork);
    await expect(database.sources.reader.query(write)).rejects.toThrow(/read.?only/i);
    expect(await database.reader.rows(sql`select day from calendar_day`)).toEqual([]);
  });

  it('refuses to be used when it has ended', async () => {
    let kept: Tx | undefined;
    await database.work.run((tx) => Promise.resolve(void (kept = tx)));
    await expect(writeDay(kept as Tx, 1, 'a')).rejects.toThrow('has ended');
  });
});

describe("C-05, the control: the same load through the ORM's own transaction() on SQLite", () => {
  it('loses acknowledged writes, which is why there is a unit of work', async () => {
    const writer = await new DataSource(writerOptions(await freshDatabaseUrl('sqlite'))).initialize();
    const kept = new Set<number>();
    await inParallel(async (unit) => {
      try {
        await writer.transaction(async (manager) => {
          await manager.query('insert into calendar_day (day, kind, name) values (?, ?, ?)', [
            `a${unit}`,
            'holiday',
            'a',
          ]);
          await wait(unit % 3 === 0 ? 1 : 0);
          if (fails(unit)) throw new Error('on purpose');
          await manager.query('insert into calendar_day (day, kind, name) values (?, ?, ?)', [
            `b${unit}`,
            'holiday',
            'b',
          ]);
        });
        kept.add(unit);
      } catch {
        // Some fail on purpose, some because they were mixed with those.
      }
    });
    const rows = await writer.query<{ day: string }[]>('select day from calendar_day');
    const stored = new Set(rows.map(({ day }) => day));
    const lost = [...kept].filter((unit) => !stored.has(`a${unit}`) || !stored.has(`b${unit}`));
    await writer.destroy();
    expect(lost.length).toBeGreaterThan(0);
  });
});
