/**
 * `npm run bench`: how fast the pages and the vote are, beside the least that could do the same work: the same SQL
 * through better-sqlite3 and the same HTML from plain node:http, measured in the same run, turn by turn, because
 * machines drift. Data is built once for each size and kept under data/bench.
 *
 *   npm run bench                     1,000 and 100,000 leads
 *   npm run bench -- 1000             one size only
 *   SECONDS=1 npm run bench           shorter turns (2 seconds otherwise)
 *   PROFILE=folder npm run bench      leaves CPU profiles of the program there; slower, so not for figures
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { ensureBuilt, ensureInstalled, root } from '../deploy/prepare.mjs';

process.chdir(root);
ensureInstalled();
ensureBuilt();

const { ensureData, inProcess } = await import('./data.mjs');
const { measure } = await import('./measure.mjs');
const { table } = await import('./table.mjs');

const asked = process.argv.slice(2).map(Number);
if (asked.some((size) => !Number.isInteger(size) || size < 1000)) {
  console.error('Give sizes as numbers of leads, 1000 or more: npm run bench -- 1000 100000');
  process.exit(2);
}
const sizes = asked.length > 0 ? asked.sort((a, b) => a - b) : [1000, 100_000];
for (const size of sizes) ensureData(size);
const results = await measure(sizes);
for (const result of results) {
  result.duplicates = duplicatesAt(result.leads);
  result.duplicatesOnPostgres = duplicatesAt(result.leads, 'postgres');
}
const report = {
  at: new Date().toISOString(),
  node: process.versions.node,
  processor: cpus()[0]?.model ?? 'unknown',
  processors: cpus().length,
  results,
};
mkdirSync(join('bench', 'results'), { recursive: true });
writeFileSync(join('bench', 'results', 'latest.json'), `${JSON.stringify(report, null, 2)}\n`);
console.log(table(results));
for (const { leads, duplicates, duplicatesOnPostgres } of results) {
  console.log(said(leads, 'SQLite', duplicates));
  console.log(said(leads, 'PostgreSQL', duplicatesOnPostgres));
}
if (sizes.includes(1000) && sizes.includes(100_000)) {
  console.log('\nevery list, from 1,000 to 100,000 leads');
  inProcess('lists.mjs');
  inProcess('lists.mjs', 'postgres');
}

function said(leads, database, { time, processor, server }) {
  const own = `processor ${processor.p50.toFixed(1)} ms${server === undefined ? '' : ` and the server’s ${server.toFixed(1)} ms`}`;
  return (
    `likely duplicates among ${leads.toLocaleString('en')} leads on ${database}: ${time.p50.toFixed(1)} ms, ` +
    `p95 ${time.p95.toFixed(1)} ms (${own}); target under 50 ms: ${time.p95 < 50 ? 'met' : 'NOT MET'}`
  );
}

/** The search for likely duplicates, in a process of its own. */
function duplicatesAt(size, ...database) {
  const file = join('bench', 'duplicates.mjs');
  const { stdout, status, stderr } = spawnSync(process.execPath, [file, String(size), ...database], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
  return JSON.parse(stdout.trim().split('\n').at(-1));
}
