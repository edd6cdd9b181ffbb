import { sql } from '../../../src/database/sql';
import { onEachDatabase, openTestDatabase, TestDatabase } from '../../support/databases';

interface Column {
  name: string;
  nullable: boolean;
}

onEachDatabase('the migrated schema', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await openTestDatabase(dialect);
  });
  afterAll(() => database.close());

  async function columnsOf(table: string): Promise<Column[]> {
    if (dialect === 'sqlite') {
      const rows = await database.reader.rows<{ name: string; notnull: number; pk: number }>(
        sql.raw(`pragma table_info(${table})`),
      );
      return rows.map(({ name, notnull, pk }) => ({ name, nullable: notnull === 0 && pk === 0 }));
    }
    const rows = await database.reader.rows<{ name: string; nullable: string }>(
      sql`select column_name as name, is_nullable as nullable from information_schema.columns
          where table_schema = 'public' and table_name = ${table}`,
    );
    return rows.map(({ name, nullable }) => ({ name, nullable: nullable === 'YES' }));
  }

  async function tables(): Promise<string[]> {
    const rows = await database.reader.rows<{ name: string }>(
      dialect === 'sqlite'
        ? sql`select name from sqlite_master where type = 'table' and name not like 'sqlite%'`
        : sql`select table_name as name from information_schema.tables where table_schema = 'public'`,
    );
    return rows.map(({ name }) => name);
  }

  it('has for each entity its table, with the same columns and the same duties to be filled', async () => {
    const byName = (a: Column, b: Column): number => a.name.localeCompare(b.name);
    for (const { tableName, columns } of database.sources.writer.entityMetadatas) {
      const expected = columns.map((column) => ({ name: column.databaseName, nullable: column.isNullable }));
      const found = await columnsOf(tableName);
      expect({ tableName, columns: found.sort(byName) }).toEqual({
        tableName,
        columns: expected.sort(byName),
      });
    }
  });

  it('has an index for every column that refers to another table', async () => {
    const missing: string[] = [];
    for (const table of await tables()) {
      const { references, indexed } =
        dialect === 'sqlite' ? await sqliteKeys(table) : await postgresKeys(table);
      missing.push(
        ...references.filter((column) => !indexed.includes(column)).map((column) => `${table}.${column}`),
      );
    }
    expect(missing).toEqual([]);
  });

  async function sqliteKeys(table: string): Promise<{ references: string[]; indexed: string[] }> {
    const keys = await database.reader.rows<{ from: string }>(sql.raw(`pragma foreign_key_list(${table})`));
    const info = await database.reader.rows<{ name: string; pk: number }>(
      sql.raw(`pragma table_info(${table})`),
    );
    const indexes = await database.reader.rows<{ name: string }>(sql.raw(`pragma index_list(${table})`));
    const indexed = info.filter(({ pk }) => pk === 1).map(({ name }) => name);
    for (const { name } of indexes) {
      const [first] = await database.reader.rows<{ name: string }>(sql.raw(`pragma index_info(${name})`));
      if (first) indexed.push(first.name);
    }
    return { references: keys.map(({ from }) => from), indexed };
  }

  async function postgresKeys(table: string): Promise<{ references: string[]; indexed: string[] }> {
    const references = await database.reader.rows<{ name: string }>(
      sql`select a.attname as name from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
          where c.contype = 'f' and c.conrelid = ${table}::regclass`,
    );
    const indexed = await database.reader.rows<{ name: string }>(
      sql`select a.attname as name from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
          where i.indrelid = ${table}::regclass`,
    );
    return { references: references.map(({ name }) => name), indexed: indexed.map(({ name }) => name) };
  }
});

describe('synchronize', () => {
  it('is off for both connections', async () => {
    const database = await openTestDatabase('sqlite');
    expect([
      database.sources.writer.options.synchronize,
      database.sources.reader.options.synchronize,
    ]).toEqual([false, false]);
    await database.close();
  });
});
