import { hash } from 'node:crypto';
import type { Database, Statement } from 'better-sqlite3';
import type { ClientBase, Pool } from 'pg';
import type { DataSource, QueryRunner } from 'typeorm';
import type { SqlValue } from './sql';

/** What a statement has brought: rows where it gives some, else how many it changed. */
export interface Answer {
  readonly rows: unknown[];
  readonly affected: number;
  /** What PostgreSQL says it has done, `ROLLBACK` to the COMMIT of a unit that had failed; null on SQLite. */
  readonly command: string | null;
}

/**
 * Where statements go. Those of one connection are done in the order in which they were sent, whether somebody has
 * waited for the ones before or not.
 */
export interface Connection {
  /** @param isPlanned whether PostgreSQL shall keep its plan; SQLite keeps the plan of every statement */
  send(text: string, values?: readonly SqlValue[], isPlanned?: boolean): Promise<Answer>;
}

/**
 * The driver under a TypeORM connection. TypeORM opens and keeps the connections; between it and the driver lie a
 * logger and subscribers that we do not use, at a tenth of a millisecond for each statement.
 */
export async function connectionOf(runner: QueryRunner): Promise<Connection> {
  const driver = (await runner.connect()) as unknown;
  return isSqliteDriver(runner.dataSource)
    ? sqliteConnection(driver as Database)
    : new PostgresConnection(driver as ClientBase);
}

/** The reading side: the one read-only connection of SQLite, any of the pool's on PostgreSQL. */
export function readingConnectionOf(reader: DataSource): Connection {
  const driver = reader.driver as unknown as { databaseConnection: Database; master: Pool };
  return isSqliteDriver(reader)
    ? sqliteConnection(driver.databaseConnection)
    : new PostgresConnection(driver.master);
}

const isSqliteDriver = ({ options }: DataSource): boolean => options.type === 'better-sqlite3';

/** What of a client's socket is needed to hold back what is written until a later moment. */
interface Corkable {
  readonly connection?: { readonly stream?: { cork?(): void; uncork?(): void } };
}

class PostgresConnection implements Connection {
  private held = false;

  constructor(private readonly client: ClientBase | Pool) {}

  async send(text: string, values: readonly SqlValue[] = [], isPlanned = false): Promise<Answer> {
    this.holdTogether();
    const { rows, rowCount, command } = await this.client.query<Record<string, unknown>>({
      text,
      values: [...values],
      ...(isPlanned ? { name: nameOf(text) } : {}),
    });
    return { rows, affected: rowCount ?? 0, command };
  }

  /** Statements sent in one go leave as one packet: a write of its own for each takes longer than running it. */
  private holdTogether(): void {
    if (this.held) return;
    const stream = (this.client as Corkable).connection?.stream;
    if (!stream?.cork || !stream.uncork) return;
    this.held = true;
    stream.cork();
    process.nextTick(() => {
      this.held = false;
      stream.uncork?.();
    });
  }
}

const names = new Map<string, string>();

/** The same in every process, so that one pooler in front of several never holds two texts under one name. */
function nameOf(text: string): string {
  let name = names.get(text);
  if (!name) names.set(text, (name = hash('sha256', text, 'hex').slice(0, 32)));
  return name;
}

/** Statements kept prepared for each SQLite database; the oldest goes first. */
const mostPrepared = 500;

class SqliteConnection implements Connection {
  private readonly prepared = new Map<string, Statement>();

  constructor(private readonly database: Database) {}

  /** The driver answers at once; as a promise, so that both databases are alike. */
  send(text: string, values: readonly SqlValue[] = []): Promise<Answer> {
    return new Promise((answered) => answered(this.answer(text, values)));
  }

  private answer(text: string, values: readonly SqlValue[]): Answer {
    const statement = this.prepare(text);
    if (statement.reader) return { rows: statement.all(...values), affected: 0, command: null };
    return { rows: [], affected: statement.run(...values).changes, command: null };
  }

  private prepare(text: string): Statement {
    const known = this.prepared.get(text);
    if (known) return known;
    const statement = this.database.prepare(text);
    this.prepared.set(text, statement);
    if (this.prepared.size > mostPrepared) this.prepared.delete(this.prepared.keys().next().value ?? '');
    return statement;
  }
}

const sqliteConnections = new WeakMap<Database, SqliteConnection>();

/** One for each opened database, because the prepared statements belong to it. */
function sqliteConnection(database: Database): SqliteConnection {
  let connection = sqliteConnections.get(database);
  if (!connection) sqliteConnections.set(database, (connection = new SqliteConnection(database)));
  return connection;
}
