import type { DataSource } from 'typeorm';
import type { Sql } from './sql';
import { type Connection, readingConnectionOf } from './connection';
import { SqlSource } from './source';

/**
 * The read-only connection that pages are made from. It sees committed rows only: on SQLite it is a second
 * connection opened read-only, on PostgreSQL a pool whose transactions are read-only. A write through it fails.
 */
export class Reader extends SqlSource {
  /** Statements run so far; tests compare it before and after a page to hold the number of queries bounded. */
  statements = 0;

  private readonly connected: Connection;

  constructor(dataSource: DataSource) {
    super(dataSource);
    this.connected = readingConnectionOf(dataSource);
  }

  protected connection(): Connection {
    return this.connected;
  }

  override rows<Row>(statement: Sql): Promise<Row[]> {
    this.statements += 1;
    return super.rows<Row>(statement);
  }

  /** A database error or a healthy answer to `select 1`; for the readiness probe. */
  async ping(): Promise<void> {
    await this.connected.send('select 1');
  }
}
