/** The recorded statements again, through better-sqlite3 and nothing else. */
import Database from 'better-sqlite3';
import { randomBytes } from 'node:crypto';

/** Two connections with the program's settings: one to read, one to write durably. */
export function openBare(file) {
  const writer = new Database(file);
  for (const pragma of [
    'journal_mode = WAL',
    'synchronous = FULL',
    'foreign_keys = ON',
    'busy_timeout = 5000',
  ])
    writer.pragma(pragma);
  const reader = new Database(file, { readonly: true });
  for (const pragma of [
    'busy_timeout = 5000',
    'query_only = ON',
    'mmap_size = 268435456',
    'cache_size = -16000',
  ])
    reader.pragma(pragma);
  return { reader, writer };
}

/** @returns a function that makes all reads, every row read */
export function readsOf(reader, reads) {
  const prepared = reads.map(({ text, values }) => ({ statement: reader.prepare(text), values }));
  return () => {
    for (const { statement, values } of prepared) statement.all(...values);
  };
}

/** @returns a function that makes the units' statements, each unit in one durable transaction, exactly as recorded */
export function unitsOf(writer, units) {
  const prepared = units.map((unit) =>
    unit.map(({ text, values }) => ({ statement: writer.prepare(text), values })),
  );
  return () => {
    for (const unit of prepared)
      inTransaction(writer, () => unit.forEach(({ statement, values }) => make(statement, values)));
  };
}

/** The same with new values wherever a column must be unique, so that it can be done again and again. */
export function repeatableUnitsOf(writer, units) {
  const recordedTexts = new Set();
  const prepared = units.map((unit) =>
    unit.map(({ text, values }) => {
      const { texts, counters } = uniqueIn(writer, text, values);
      for (const value of texts) recordedTexts.add(value);
      return { statement: writer.prepare(text), values, counters };
    }),
  );
  let counter = 10_000_000;
  return () => {
    counter += 1;
    const fresh = new Map(
      [...recordedTexts].map((value) => [value, randomBytes(32).toString('hex').slice(0, value.length)]),
    );
    const given = (value, place, counters) => (counters.has(place) ? counter : (fresh.get(value) ?? value));
    for (const unit of prepared) {
      inTransaction(writer, () => {
        for (const { statement, values, counters } of unit)
          make(
            statement,
            values.map((value, place) => given(value, place, counters)),
          );
      });
    }
  };
}

function make(statement, values) {
  if (statement.reader) statement.all(...values);
  else statement.run(...values);
}

function inTransaction(writer, work) {
  writer.exec('BEGIN IMMEDIATE');
  try {
    work();
    writer.exec('COMMIT');
  } catch (error) {
    writer.exec('ROLLBACK');
    throw error;
  }
}

/** In an insert of one row: the texts that have to be unique alone, and the places of numbers that have to be. */
function uniqueIn(writer, text, values) {
  const found = { texts: [], counters: new Set() };
  const [, table, list] = /^\s*insert\s+into\s+(\w+)\s*\(([^)]*)\)/i.exec(text) ?? [];
  if (!table) return found;
  const columns = list.split(',').map((name) => name.trim());
  // An insert that updates what is there already needs nothing new.
  if (columns.length !== values.length || /on conflict/i.test(text)) return found;
  for (const key of uniqueKeys(writer, table)) {
    for (const column of key) {
      const place = columns.indexOf(column);
      const value = values[place];
      if (typeof value === 'number') found.counters.add(place);
      else if (typeof value === 'string' && key.length === 1) found.texts.push(value);
    }
  }
  return found;
}

function uniqueKeys(writer, table) {
  const indexed = writer.pragma(`index_list(${table})`).filter(({ unique }) => unique);
  const keys = indexed.map(({ name }) => writer.pragma(`index_info(${name})`).map((column) => column.name));
  const primary = writer.pragma(`table_info(${table})`).filter(({ pk }) => pk > 0);
  return primary.length === 1 ? [...keys, [primary[0].name]] : keys;
}
