import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Answer, Connection } from './connection';
import { SqlSource } from './source';
import { isAfterFailure } from './errors';
import { Sql, SqlValue, sql } from './sql';

/** Rows of one statement at the most: SQLite and TypeORM both suffer beyond a few thousand bound values. */
const chunk = 200;
/** Statements that may be on their way without anybody waiting for them; beyond that the sender waits. */
const mostPosted = 64;

/**
 * A running unit of work, handed to the function that `UnitOfWork.run` calls. All writes go through it; when
 * the function has ended it refuses to be used, so that a forgotten `await` cannot write outside.
 */
export class Tx extends SqlSource {
  private ended = false;
  private readonly afterCommits: (() => void)[] = [];
  /** The last statement sent: answers come in the order of sending, so when it is answered all are. */
  private last: Promise<unknown> = Promise.resolve();
  private posted = 0;
  private failed: { by: unknown } | null = null;

  constructor(
    dataSource: DataSource,
    private readonly connected: Connection,
  ) {
    super(dataSource);
  }

  /** ` for update` where the database locks rows; on SQLite the unit already holds the only write turn. */
  get forUpdate(): Sql {
    return this.dialect === 'postgres' ? sql.raw(' for update') : sql.empty;
  }

  /** ` for share`: many votes may go on side by side while a closing has to wait for them. */
  get forShare(): Sql {
    return this.dialect === 'postgres' ? sql.raw(' for share') : sql.empty;
  }

  /** Runs a statement that changes rows. @returns how many rows it changed */
  async run(statement: Sql): Promise<number> {
    const { text, values } = statement.render(this.dialect);
    return (await this.connection().send(text, values, statement.isPlanned)).affected;
  }

  /**
   * Runs a statement that changes rows and whose answer nobody needs: on PostgreSQL it is sent without waiting, which
   * saves a round trip. Whatever is sent later comes after it, and one that fails fails the whole unit.
   */
  async post(statement: Sql): Promise<void> {
    const { text, values } = statement.render(this.dialect);
    const answer = this.connection().send(text, values, statement.isPlanned);
    if (this.dialect === 'sqlite') return void (await answer);
    this.posted += 1;
    answer.then(
      () => (this.posted -= 1),
      (error: unknown) => (this.failed ??= { by: error }),
    );
    if (this.posted >= mostPosted) await answer;
  }

  /** Inserts one or many rows of an entity, as `post` does; only the given properties are written. */
  async insert<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    given: Partial<Entity> | readonly Partial<Entity>[],
  ): Promise<void> {
    const rows = (Array.isArray(given) ? given : [given]) as Record<string, SqlValue>[];
    const { tableName, columns } = this.dataSource.getMetadata(entity);
    for (let start = 0; start < rows.length; start += chunk) {
      const part = rows.slice(start, start + chunk);
      const used = columns.filter((column) => part.some((row) => row[column.propertyName] !== undefined));
      const tuples = part.map((row) => sql.list(used.map((column) => row[column.propertyName] ?? null)));
      const names = used.map((column) => column.databaseName).join(', ');
      await this.post(
        sql`${sql.raw(`insert into ${tableName} (${names}) values `)}${sql.join(tuples, ', ')}`,
      );
    }
  }

  /** Changes properties of the rows that `where` names. @returns how many rows were changed */
  update<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    changes: Partial<Entity>,
    where: Sql,
  ): Promise<number> {
    const { tableName, columns } = this.dataSource.getMetadata(entity);
    const given = changes as Record<string, SqlValue | undefined>;
    const set = columns
      .filter((column) => given[column.propertyName] !== undefined)
      .map((column) => sql`${sql.raw(column.databaseName)} = ${given[column.propertyName] ?? null}`);
    const statement = sql`${sql.raw(`update ${tableName} set `)}${sql.join(set, ', ')} where ${where}`;
    return this.run(where.isPlanned ? statement.planned() : statement);
  }

  /** Called once the unit is durably committed, never when it is rolled back; must not throw. */
  afterCommit(call: () => void): void {
    this.afterCommits.push(call);
  }

  /** Waits for whatever was posted. @throws what the first of it that failed has said */
  async arrived(): Promise<void> {
    await this.last.catch(() => undefined);
    if (this.failed) throw this.failed.by;
  }

  /**
   * For UnitOfWork only: what really went wrong. PostgreSQL refuses each statement after one that failed, and that
   * refusal may be what the unit has seen first.
   */
  causeOf(error: unknown): unknown {
    return this.failed && isAfterFailure(error) ? this.failed.by : error;
  }

  /** For UnitOfWork only. */
  end(): readonly (() => void)[] {
    this.ended = true;
    return this.afterCommits;
  }

  protected connection(): Connection {
    if (this.ended) throw new Error('This unit of work has ended; its Tx may not be used any more');
    return { send: (text, values, isPlanned) => this.send(text, values, isPlanned) };
  }

  private send(text: string, values?: readonly SqlValue[], isPlanned?: boolean): Promise<Answer> {
    const answer = this.connected.send(text, values, isPlanned);
    this.last = answer;
    return answer;
  }
}
