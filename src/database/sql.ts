/** A value that both databases bind alike. No booleans (flags are 0 or 1), no dates (instants are text). */
export type SqlValue = string | number | null | Buffer;

type Piece = { text: string } | { value: SqlValue };

/**
 * A statement with its values apart. Written with the `sql` tag, it can be put together from parts and is
 * rendered with the placeholders of the database it goes to, so no statement is written twice and no value is
 * ever pasted into text.
 */
export class Sql {
  constructor(
    readonly pieces: readonly Piece[],
    /** Whether PostgreSQL keeps its plan; see `planned`. */
    readonly isPlanned = false,
  ) {}

  /**
   * For a statement on the way of every ballot or request: PostgreSQL plans it once for each connection instead of
   * each time, which takes longer than running it. Its text has to be one of few, so no list of changing length, and
   * its plan has to be right for all values: rows by their keys, not a filter that fits one row or half of a table.
   */
  planned(): Sql {
    return new Sql(this.pieces, true);
  }

  /** The text with `?` (SQLite) or `$1, $2, …` (PostgreSQL) and the values in order. */
  render(dialect: Dialect): { text: string; values: SqlValue[] } {
    const values: SqlValue[] = [];
    let text = '';
    for (const piece of this.pieces) {
      if ('text' in piece) text += piece.text;
      else {
        values.push(piece.value);
        text += dialect === 'sqlite' ? '?' : `$${values.length}`;
      }
    }
    return { text, values };
  }
}

export type Dialect = 'sqlite' | 'postgres';

/** sql`select … where id = ${id}`; a nested Sql is spliced in, anything else becomes a bound value. */
export function sql(strings: TemplateStringsArray, ...inserts: (SqlValue | Sql)[]): Sql {
  const pieces: Piece[] = [];
  strings.forEach((text, index) => {
    if (text) pieces.push({ text });
    const insert = inserts[index];
    if (index >= inserts.length || insert === undefined) return;
    if (insert instanceof Sql) pieces.push(...insert.pieces);
    else pieces.push({ value: insert });
  });
  return new Sql(pieces);
}

sql.empty = new Sql([]);

/** Text that is part of the program, never of a person's input: a column or table name from a fixed list. */
sql.raw = (text: string): Sql => new Sql([{ text }]);

sql.join = (parts: readonly Sql[], separator: string): Sql =>
  new Sql(
    parts.flatMap((part, index) => (index === 0 ? part.pieces : [{ text: separator }, ...part.pieces])),
  );

/** (?, ?, ?) for IN; an empty list renders a condition that no row meets. */
sql.list = (values: readonly SqlValue[]): Sql =>
  values.length === 0
    ? sql.raw('(null)')
    : sql`(${sql.join(
        values.map((value) => sql`${value}`),
        ', ',
      )})`;

/** where a and b and c; nothing where there is no condition. */
sql.where = (conditions: readonly Sql[]): Sql =>
  conditions.length === 0 ? sql.empty : sql` where ${sql.join(conditions, ' and ')}`;
