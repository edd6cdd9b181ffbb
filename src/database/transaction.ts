import type { DataSource, EntityTarget, ObjectLiteral, QueryRunner } from 'typeorm';
import { Connection, SqlSource } from './source';
import { Sql, SqlValue, sql } from './sql';

/** Rows of one statement at the most: SQLite and TypeORM both suffer beyond a few thousand bound values. */
const chunk = 200;

/**
 * A running unit of work, handed to the function that `UnitOfWork.run` calls. All writes go through it; when
 * the function has ended it refuses to be used, so that a forgotten `await` cannot write outside.
 */
export class Tx extends SqlSource {
  private ended = false;
  private readonly afterCommits: (() => void)[] = [];

  constructor(
    dataSource: DataSource,
    private readonly runner: QueryRunner,
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
    const result = (await this.connection().query(text, values, true)) as { affected?: number };
    return result.affected ?? 0;
  }

  /** Inserts one or many rows of an entity; only the given properties are written. */
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
      await this.run(sql`${sql.raw(`insert into ${tableName} (${names}) values `)}${sql.join(tuples, ', ')}`);
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
    return this.run(sql`${sql.raw(`update ${tableName} set `)}${sql.join(set, ', ')} where ${where}`);
  }

  /** Called once the unit is durably committed, never when it is rolled back; must not throw. */
  afterCommit(call: () => void): void {
    this.afterCommits.push(call);
  }

  /** For UnitOfWork only. */
  end(): readonly (() => void)[] {
    this.ended = true;
    return this.afterCommits;
  }

  protected connection(): Connection & Pick<QueryRunner, 'query'> {
    if (this.ended) throw new Error('This unit of work has ended; its Tx may not be used any more');
    return this.runner;
  }
}
