/**
 * `node bench/lists.mjs [WORD …]`: what each filter of the lead list costs among 1,000 and among 100,000 leads, in
 * processor time of one process that has both open and asks them in turns, so that it can be read on a machine with other
 * work. The data has to be there (`npm run bench` makes it). With words, only the lists whose names hold one of them.
 * Beside the whole page: how many rows it shows, and the time within statements.
 */
import { readFileSync } from 'node:fs';
import { placeOf, runPlaces } from './environment.mjs';
import { compiled, openProgram, service } from './program.mjs';
import { copyDatabase, openSessions } from './sessions.mjs';
import { cookiesOf, pages } from './workloads.mjs';

const sizes = [1000, 100_000];
const most = 1.5;
const turns = Number(process.env.TURNS ?? 40);
const wanted = process.argv.slice(2);
const lists = pages.filter(({ name }) => name.startsWith('list, '));
const asked = lists.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

const inStatements = spentInStatements();
const apps = [];
for (const size of sizes) {
  const place = runPlaces(size).program;
  copyDatabase(placeOf(size), place);
  const facts = JSON.parse(readFileSync(placeOf(size).facts, 'utf8'));
  await openSessions(place, facts);
  const app = await openProgram(place);
  apps.push({ size, facts, app, reader: service(app, 'database/reader', 'Reader') });
}
const missed = [];
for (const { name, as, path } of asked) {
  const measured = apps.map(() => ({ page: [], statements: [], rows: 0 }));
  for (let turn = -5; turn < turns; turn += 1)
    for (const [at, { app, facts }] of apps.entries()) {
      const request = { method: 'GET', url: path(facts), headers: { cookie: cookiesOf(facts, as) } };
      inStatements.microseconds = 0;
      const before = process.cpuUsage();
      const answer = await app.inject(request);
      const { user, system } = process.cpuUsage(before);
      if (answer.statusCode !== 200) throw new Error(`${name} answers ${answer.statusCode}`);
      if (turn < 0) continue;
      measured[at].page.push(user + system);
      measured[at].statements.push(inStatements.microseconds);
      measured[at].rows = (answer.body.match(/data-id=/g) ?? []).length;
    }
  const [small, large] = measured.map(({ page, statements, rows }) => ({
    page: middle(page),
    statements: middle(statements),
    rows,
  }));
  const times = large.page / small.page;
  if (times > most) missed.push(name);
  const rows = small.rows === large.rows ? `${small.rows} rows` : `${small.rows} and ${large.rows} rows`;
  console.log(
    `${name.padEnd(38)} ${times.toFixed(2)}×  ${times > most ? 'NOT MET' : 'met    '}  ` +
      `${small.page.toFixed(0)} and ${large.page.toFixed(0)} µs, ` +
      `in statements ${small.statements.toFixed(0)} and ${large.statements.toFixed(0)} µs, ${rows}`,
  );
}
console.log(`${asked.length - missed.length} of ${asked.length} lists within ${most}×`);
for (const { app } of apps) await app.close();

/** SQLite answers at once, so the processor time of a call is that of its statement. */
function spentInStatements() {
  const spent = { microseconds: 0 };
  const { SqlSource } = compiled('database/source');
  const rows = SqlSource.prototype.rows;
  SqlSource.prototype.rows = function (statement) {
    const before = process.cpuUsage();
    const answer = rows.call(this, statement);
    const { user, system } = process.cpuUsage(before);
    spent.microseconds += user + system;
    return answer;
  };
  return spent;
}

function middle(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
