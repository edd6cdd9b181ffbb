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

/** How many rows each table has, in one statement. */
export async function rowCounts(app: TestApp): Promise<string> {
  const names = Object.keys(await tablesOf(app));
  const counts = names.map((name) => sql`select ${name} as name, count(*) as n from ${sql.raw(`"${name}"`)}`);
  const rows = await app.reader.rows<{ name: string; n: number | string }>(sql.join(counts, ' union all '));
  return rows
    .map(({ name, n }) => `${name} ${n}`)
    .sort()
    .join('\n');
}

/** Everything in every table but the times at which sessions were seen. */
export async function contents(app: TestApp): Promise<Record<string, string>> {
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
