import { AsyncLocalStorage } from 'node:async_hooks';
import type { DataSource, QueryRunner } from 'typeorm';
import { type Connection, connectionOf } from './connection';
import { isRetryable, WriteOutsideUnitOfWork } from './errors';
import { dialectOf } from './source';
import { Tx } from './transaction';
import { Turnstile } from './turnstile';

interface Running {
  tx: Tx;
  /** Why the whole unit has to be rolled back although its function may end well: a joined part failed. */
  broken?: { by: unknown };
}

/** Tries of one unit on PostgreSQL when it asks for another (serialization failure, deadlock). */
const mostTries = 5;

/**
 * The one way to write. Two units never mix: on SQLite, whose driver has a single connection, they pass a
 * turnstile one by one around BEGIN IMMEDIATE … COMMIT; on PostgreSQL each has a connection of its own. A call
 * inside a running unit joins it. The promise resolves after COMMIT, so whoever answers a person after
 * awaiting it answers with something durable.
 *
 * Nothing slow belongs inside: no mail, no file, no password hash, no timer.
 */
export class UnitOfWork {
  private readonly running = new AsyncLocalStorage<Running>();
  private readonly turnstile = new Turnstile();
  private readonly sqlite: boolean;

  constructor(private readonly writer: DataSource) {
    this.sqlite = dialectOf(writer) === 'sqlite';
    guardAgainstWritesOutside(writer, () => this.running.getStore() !== undefined || this.opening);
  }

  private opening = false;

  /**
   * Runs `work` as one unit: all of its writes are kept, or none.
   * @throws whatever `work` throws, after everything was rolled back
   */
  async run<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const outer = this.running.getStore();
    if (outer) return this.join(outer, work);
    if (this.sqlite) return this.turnstile.pass(() => this.once(work));
    for (let tries = 1; ; tries += 1) {
      try {
        return await this.once(work);
      } catch (error) {
        if (tries >= mostTries || !isRetryable(error)) throw error;
      }
    }
  }

  /** A part that failed breaks the whole unit, even where the caller catches the error. */
  private async join<T>(outer: Running, work: (tx: Tx) => Promise<T>): Promise<T> {
    try {
      const result = await work(outer.tx);
      await outer.tx.arrived();
      return result;
    } catch (error) {
      outer.broken ??= { by: error };
      throw error;
    }
  }

  /**
   * On PostgreSQL the unit's first statements go out behind its BEGIN and its last ones together with its COMMIT,
   * without waiting in between: the fewer round trips, the shorter others wait for the end of the ledger.
   */
  private async once<T>(work: (tx: Tx) => Promise<T>): Promise<T> {
    const runner = this.openRunner();
    let tx: Tx | undefined;
    try {
      const connection = await connectionOf(runner);
      const unit = (tx = new Tx(this.writer, connection));
      const running: Running = { tx };
      const begun = connection.send(this.sqlite ? 'BEGIN IMMEDIATE' : 'BEGIN');
      // Where BEGIN fails, the connection is lost and so is each statement behind it; SQLite may also be taken.
      if (this.sqlite) await begun;
      else begun.catch(() => undefined);
      let result: T;
      try {
        result = await this.running.run(running, () => work(unit));
        if (running.broken) throw running.broken.by;
        await commit(connection, unit);
      } catch (error) {
        await rollBack(connection, unit);
        throw unit.causeOf(error);
      }
      for (const call of unit.end()) call();
      return result;
    } finally {
      tx?.end();
      if (!this.sqlite) await runner.release();
    }
  }

  private openRunner(): QueryRunner {
    this.opening = true;
    try {
      return this.writer.createQueryRunner();
    } finally {
      this.opening = false;
    }
  }
}

/** @throws what a posted statement has said: PostgreSQL then answers the COMMIT with a ROLLBACK */
async function commit(connection: Connection, tx: Tx): Promise<void> {
  tx.end();
  const { command } = await connection.send('COMMIT');
  await tx.arrived();
  if (command === 'ROLLBACK') throw new Error('The database has rolled the unit back');
}

/** A failed COMMIT may already have ended the transaction; the first error is the one worth telling. */
async function rollBack(connection: Connection, tx: Tx): Promise<void> {
  tx.end();
  try {
    // What is still on its way was sent before: a write that came after the ROLLBACK would be one outside the unit.
    await tx.arrived().catch(() => undefined);
    await connection.send('ROLLBACK');
  } catch {
    // Nothing is left to roll back.
  }
}

/** Repositories and managers of the writing data source would join a stranger's unit: they may not be used. */
function guardAgainstWritesOutside(writer: DataSource, allowed: () => boolean): void {
  const create = writer.createQueryRunner.bind(writer);
  writer.createQueryRunner = (mode) => {
    if (!allowed()) throw new WriteOutsideUnitOfWork();
    return create(mode);
  };
}
