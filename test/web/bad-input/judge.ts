import type { LightMyRequestResponse } from 'fastify';
import { sql } from '../../../src/database/sql';
import type { TestApp } from '../../support/app';

/** Traces of the machinery that nobody outside may see. */
const inside =
  /node_modules|\/work\/|\bsrc\/[a-z]|\.ts:\d|\.js:\d|\bat [A-Za-z.<>]+ \(|SQLITE_|SqliteError|QueryFailed|TypeError|RangeError|ReferenceError|BrokenView|\bselect [\w".]+ from\b|\binsert into\b|violates|duplicate key|constraint|\[object Object\]|refusal\.[a-z]|better-sqlite/i;

/** What is wrong with an answer; empty when nothing is. */
export function faultsOf(answer: LightMyRequestResponse, sent = ''): string[] {
  const { statusCode, headers, body } = answer;
  const faults: string[] = [];
  if (statusCode >= 500) faults.push(`answers ${statusCode}`);
  const type = String(headers['content-type'] ?? '');
  if (statusCode >= 400) {
    if (!type.startsWith('text/html')) faults.push(`${statusCode} is told as ${type || 'nothing'}`);
    else if (!/<h1[^>]*>\s*[^<\s]/.test(body)) faults.push(`${statusCode} has no heading`);
    else if (!/class="(message-what|error|notice notice-error|notice)[" ]|role="alert"/.test(body))
      faults.push(`${statusCode} says nothing`);
  }
  const leak = inside.exec(body)?.[0];
  if (leak !== undefined && !decodeURIComponent(safe(sent)).includes(leak)) faults.push(`shows “${leak}”`);
  for (const [name, value] of Object.entries(headers))
    if (/[\r\n]/.test(String(value)) || name === 'x') faults.push(`a header was slipped in: ${name}`);
  return faults;
}

/** Tries to come in are written down whatever comes of them. */
const attempts = new Set(['sign_in_attempt', 'link_code_attempt']);

/** Reads anew only where something was written since. */
function untilWritten<T>(read: (app: TestApp) => Promise<T>): (app: TestApp) => Promise<T> {
  const known = new WeakMap<TestApp, { stamp: string; found: T }>();
  return async (app) => {
    const stamp = await stampOf(app);
    const before = known.get(app);
    if (before?.stamp === stamp) return before.found;
    const found = await read(app);
    known.set(app, { stamp, found });
    return found;
  };
}

/** How many rows each table has. */
export const rowCounts = untilWritten(countAll);

/** Everything in every table but the times at which sessions were seen. */
export const contents = untilWritten(readAll);

/** Another one after every write, whoever made it: the database's own mark. */
async function stampOf(app: TestApp): Promise<string> {
  const row = await app.reader.one<object>(
    app.reader.dialect === 'sqlite'
      ? sql`pragma data_version`
      : sql`select pg_current_wal_insert_lsn()::text as mark`,
  );
  return String(Object.values(row ?? {})[0]);
}

async function countAll(app: TestApp): Promise<string> {
  const names = Object.keys(await tablesOf(app));
  const counts = names.map((name) => sql`select ${name} as name, count(*) as n from ${sql.raw(`"${name}"`)}`);
  const rows = await app.reader.rows<{ name: string; n: number | string }>(sql.join(counts, ' union all '));
  return rows
    .map(({ name, n }) => `${name} ${n}`)
    .sort()
    .join('\n');
}

async function readAll(app: TestApp): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const table of Object.keys(await tablesOf(app))) {
    const rows = await app.reader.rows<Record<string, unknown>>(sql.raw(`select * from "${table}"`));
    found[table] = rows
      .map((row) => JSON.stringify({ ...row, seen_at: '' }))
      .sort()
      .join('\n');
  }
  return found;
}

const tables = new WeakMap<TestApp, Record<string, number>>();

async function tablesOf(app: TestApp): Promise<Record<string, number>> {
  let known = tables.get(app);
  if (!known) {
    const all = await app.rowCounts();
    known = Object.fromEntries(
      Object.entries(all).filter(([name]) => !name.startsWith('sqlite_') && !attempts.has(name)),
    );
    tables.set(app, known);
  }
  return known;
}

function safe(text: string): string {
  return text.replace(/%(?![0-9a-f]{2})/gi, '').replace(/%[89a-f][0-9a-f]/gi, '');
}
