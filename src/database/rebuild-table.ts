import type { QueryRunner } from 'typeorm';

/** How a table looks after a change that SQLite cannot make in place: another CHECK, a dropped or loosened constraint. */
export interface TableRebuild {
  readonly table: string;
  /** Everything between the brackets of `create table`, for the new shape. */
  readonly columns: string;
  /** The columns of the old table that are carried over, by name. */
  readonly carried: readonly string[];
  /** Every index of the table, since the old ones go with it. */
  readonly indexes: readonly string[];
  /** The same change on PostgreSQL, where it is made in place. */
  readonly postgres: readonly string[];
}

/**
 * For migrations. SQLite gets a new table under another name, filled from the old one and put in its place: rows of
 * other tables go on referring to it by name, and foreign keys are off while migrations run (`migrate` checks them
 * afterwards). PostgreSQL gets the statements given for it.
 */
export async function rebuildTable(runner: QueryRunner, rebuild: TableRebuild): Promise<void> {
  const { table, columns, carried, indexes, postgres } = rebuild;
  if (runner.connection.options.type === 'postgres') {
    for (const statement of postgres) await runner.query(statement);
    return;
  }
  const names = carried.join(', ');
  await runner.query(`create table ${table}_rebuilt (${columns})`);
  await runner.query(`insert into ${table}_rebuilt (${names}) select ${names} from ${table}`);
  await runner.query(`drop table ${table}`);
  await runner.query(`alter table ${table}_rebuilt rename to ${table}`);
  for (const index of indexes) await runner.query(index);
}
