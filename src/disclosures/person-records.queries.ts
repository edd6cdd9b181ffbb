import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { PERSON_TABLES } from './person-tables';

export type Row = Readonly<Record<string, string | number | null>>;

/** The rows of one table about somebody; `more` says that there are too many to be shown. */
export interface FoundRecords {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Of one table at the most: nobody reads more, and what is asked for then is asked for by period. */
export const MOST_ROWS = 5000;
const piece = 2000;

/** Texts in which people without an account are named, with the column that leads to the lead or the row. */
const places = [
  { table: 'lead', text: 'content', about: 'number' },
  { table: 'lead_contact', text: 'people', about: 'revision_id' },
  { table: 'lead_import_row', text: 'record', about: 'import_id' },
  { table: 'lead_referral', text: 'name', about: 'lead_id' },
  { table: 'ambassador', text: 'name', about: 'id' },
  { table: 'visit', text: 'companions', about: 'firm' },
] as const;

/** Everything that is stored about one person, read from the tables themselves and not from what pages show. */
@Injectable()
export class PersonRecordsQueries {
  constructor(private readonly reader: Reader) {}

  /** By account: each table that names people, in the order of the register, tables without a row left out. */
  async ofPerson(personId: string): Promise<FoundRecords[]> {
    const person = await this.reader.one<{ email: string }>(
      sql`select email from person where id = ${personId}`,
    );
    const found: FoundRecords[] = [];
    for (const [table, { by, left = [] }] of Object.entries(PERSON_TABLES)) {
      const conditions = by.map((column) => {
        const value = column === 'email' || column === 'to_address' ? (person?.email ?? '') : personId;
        return sql`${sql.raw(column)} = ${value}`;
      });
      const rows = await this.reader.rows<Row>(
        sql`select * from ${sql.raw(`"${table}"`)} where ${sql.join(conditions, ' or ')} limit ${MOST_ROWS + 1}`,
      );
      if (rows.length === 0) continue;
      const kept = rows.slice(0, MOST_ROWS).map((row) => withoutOthers(without(row, left), by, personId));
      found.push({ table, rows: kept, more: rows.length > MOST_ROWS });
    }
    return found;
  }

  /**
   * By a name, a telephone number or a mail address: what a contact, a referrer or an ambassador is stored with.
   * Looks through texts piece by piece, so that nobody waits for it.
   */
  async ofContact(text: string): Promise<FoundRecords[]> {
    const found: FoundRecords[] = [];
    for (const { table, text: column, about } of places) {
      const rows: Row[] = [];
      for (let from = 0; rows.length <= MOST_ROWS; from += piece) {
        const [name, key] = [sql.raw(`"${table}"`), sql.raw(about)];
        const some = await this.reader.rows<{ about: string; text: string | null }>(
          sql`select ${key} as about, ${sql.raw(column)} as text from ${name}
              order by ${sql.raw(table === 'lead_import_row' ? 'import_id, position' : 'id')} limit ${piece} offset ${from}`,
        );
        for (const one of some)
          rows.push(...mentions(one.text ?? '', text).map((said) => ({ about: one.about, ...said })));
        if (some.length < piece) break;
        await breathe();
      }
      if (rows.length > 0)
        found.push({ table, rows: rows.slice(0, MOST_ROWS), more: rows.length > MOST_ROWS });
    }
    return found;
  }
}

function without(row: Row, left: readonly string[]): Row {
  return Object.fromEntries(Object.entries(row).filter(([column]) => !left.includes(column)));
}

/** Who else took part is told as such and by no name: a person is told about themselves. */
function withoutOthers(row: Row, by: readonly string[], personId: string): Row {
  const isOther = (column: string): boolean => row[column] !== null && row[column] !== personId;
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => {
      if (by.includes(column) && column !== 'email' && column !== 'to_address')
        return [column, value === null ? null : value === personId ? '=' : '≠'];
      const stem = /^(.*)_(?:label|name)$/.exec(column)?.[1];
      const holder =
        stem === undefined ? undefined : [`${stem}_id`, `${stem}_by`, stem].find((one) => one in row);
      const mine = stem === 'by' && by.length === 1 ? by[0] : holder;
      return [column, mine !== undefined && value !== null && isOther(mine) ? '≠' : value];
    }),
  );
}

/** The parts of a text that name somebody: of a record the contact or the referrer, else the text itself. */
function mentions(text: string, wanted: string): Row[] {
  if (!text.includes(wanted) && !text.includes(JSON.stringify(wanted).slice(1, -1))) return [];
  if (!text.startsWith('{')) return sameOrPart(text, wanted) ? [{ text }] : [];
  const record = JSON.parse(text) as Record<string, unknown>;
  const groups = [record['contact'], record['referrer']].filter(
    (group): group is Record<string, unknown> => typeof group === 'object' && group !== null,
  );
  // A row of a sheet holds its controls by name: `contact[mobile]`.
  const flat = Object.entries(record).filter(([name]) => /^(contact|referrer)\[/.test(name));
  if (flat.length > 0) groups.push(Object.fromEntries(flat));
  return groups
    .filter((group) =>
      Object.values(group).some((value) => typeof value === 'string' && sameOrPart(value, wanted)),
    )
    .map((group) => {
      const said = Object.entries(group).flatMap(([name, value]) =>
        typeof value === 'string' && value !== '' ? [`${name} ${value}`] : [],
      );
      return { text: said.join(' · ') };
    });
}

/** Names are one of several in a line; numbers and addresses are the same or are not. */
function sameOrPart(value: string, wanted: string): boolean {
  return value.split(/[、,，;；/\s]+/).includes(wanted) || value.trim() === wanted;
}
