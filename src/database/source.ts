import type { DataSource, EntityTarget, ObjectLiteral } from 'typeorm';
import type { Connection } from './connection';
import { Dialect, Sql, sql } from './sql';

/** Anything rows can be read from: the read-only connection, or a running unit of work. */
export interface Source {
  readonly dialect: Dialect;
  /** All rows of a select, with the names the statement gives its columns. */
  rows<Row>(statement: Sql): Promise<Row[]>;
  /** The first row, or null. */
  one<Row>(statement: Sql): Promise<Row | null>;
  /** Whole entities; `rest` is what follows `from <table>`, such as a where and an order by, and may be `planned`. */
  find<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, rest?: Sql): Promise<Entity[]>;
  findOne<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, rest: Sql): Promise<Entity | null>;
}

/** What every source shares: rendering for its database and the mapping of entities to columns. */
export abstract class SqlSource implements Source {
  readonly dialect: Dialect;

  constructor(protected readonly dataSource: DataSource) {
    this.dialect = dialectOf(dataSource);
  }

  protected abstract connection(): Connection;

  async rows<Row>(statement: Sql): Promise<Row[]> {
    const { text, values } = statement.render(this.dialect);
    return (await this.connection().send(text, values, statement.isPlanned)).rows as Row[];
  }

  async one<Row>(statement: Sql): Promise<Row | null> {
    return (await this.rows<Row>(statement))[0] ?? null;
  }

  find<Entity extends ObjectLiteral>(entity: EntityTarget<Entity>, rest: Sql = sql.empty): Promise<Entity[]> {
    const statement = sql`${selectOf(this.dataSource, entity)}${rest}`;
    return this.rows<Entity>(rest.isPlanned ? statement.planned() : statement);
  }

  async findOne<Entity extends ObjectLiteral>(
    entity: EntityTarget<Entity>,
    rest: Sql,
  ): Promise<Entity | null> {
    return (await this.find(entity, rest))[0] ?? null;
  }
}

export function dialectOf(dataSource: DataSource): Dialect {
  return dataSource.options.type === 'postgres' ? 'postgres' : 'sqlite';
}

const selects = new WeakMap<DataSource, Map<EntityTarget<ObjectLiteral>, Sql>>();

/** `select a, b as "camelB" from table ` for an entity, made once. The trailing blank lets a rest follow. */
function selectOf(dataSource: DataSource, entity: EntityTarget<ObjectLiteral>): Sql {
  let known = selects.get(dataSource);
  if (!known) {
    known = new Map<EntityTarget<ObjectLiteral>, Sql>();
    selects.set(dataSource, known);
  }
  let select = known.get(entity);
  if (!select) {
    const { tableName, columns } = dataSource.getMetadata(entity);
    const list = columns.map((column) => `${tableName}.${column.databaseName} as "${column.propertyName}"`);
    select = sql.raw(`select ${list.join(', ')} from ${tableName} `);
    known.set(entity, select);
  }
  return select;
}
