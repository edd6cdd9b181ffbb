/**
 * `node bench/lists.mjs [postgres] [WORD …]`: what each filter of the lead list costs among 1,000 and among 100,000
 * leads, in processor time of one process that has both open and asks them in turns, so that it can be read on a machine
 * with other work. PostgreSQL's own processor time is added; each size has a server of its own, because the system
 * counts for a server and not for a statement. The data has to be there (`npm run bench` makes it). With words, only
 * the lists whose names hold one of them. Beside the whole page: how many rows it shows, and the time within statements
 * (on PostgreSQL: of its server).
 */
import { readFileSync } from 'node:fs';
import { placeOf, runPlaces } from './environment.mjs';
import { carryOver, processorOf, startPostgres } from './postgres.mjs';
import { compiled, openProgram, service } from './program.mjs';
import { copyDatabase, openSessions } from './sessions.mjs';
import { cookiesOf, lists } from './workloads.mjs';

const sizes = [1000, 100_000];
const most = 1.5;
const turns = Number(process.env.TURNS ?? 40);
/** Turns until the code of a list has been compiled for speed. */
const warm = 20;
const onPostgres = process.argv[2] === 'postgres';
const wanted = process.argv.slice(onPostgres ? 3 : 2);
const asked = lists.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));

const inStatements = spentInStatements();
const cities = [];
for (const size of sizes) cities.push(await opened(size));
const verdicts = { met: 0, 'NOT MET': 0, unlike: 0 };
for (const list of asked) {
  const [small, large] = await inTurns(list);
  const times = large.page / small.page;
  // A page of few rows costs less than a full one, which says nothing of how many leads it was chosen from.
  const verdict = times <= most ? 'met' : small.rows === large.rows ? 'NOT MET' : 'unlike';
  verdicts[verdict] += 1;
  const rows = small.rows === large.rows ? `${small.rows} rows` : `${small.rows} and ${large.rows} rows`;
  console.log(
    `${list.name.padEnd(38)} ${times.toFixed(2)}×  ${verdict.padEnd(7)}  ` +
      `${small.page.toFixed(0)} and ${large.page.toFixed(0)} µs, ` +
      `in statements ${small.statements.toFixed(0)} and ${large.statements.toFixed(0)} µs, ` +
      `by the clock ${small.clock.toFixed(0)} and ${large.clock.toFixed(0)} µs, ${rows}`,
  );
}
const database = onPostgres ? 'PostgreSQL' : 'SQLite';
console.log(
  `${verdicts.met} of ${asked.length} lists within ${most}× on ${database}, ${verdicts['NOT MET']} are not; ` +
    `of ${verdicts.unlike} the pages show more rows in the large city and cannot be compared`,
);
for (const { app, server } of cities) {
  await app.close();
  await server?.stop();
}

async function opened(size) {
  const place = runPlaces(size).program;
  copyDatabase(placeOf(size), place);
  const facts = JSON.parse(readFileSync(placeOf(size).facts, 'utf8'));
  const server = onPostgres ? await startPostgres() : null;
  if (server) {
    place.url = server.url;
    const migrated = await openProgram(place, { migrate: true });
    await migrated.close();
    await carryOver(server, place.file);
  }
  await openSessions(place, facts);
  const app = await openProgram(place);
  const reader = service(app, 'database/reader', 'Reader');
  const { sql } = compiled('database/sql');
  const backend = server && (await reader.one(sql`select pg_backend_pid() as pid`)).pid;
  return { app, facts, server, backend };
}

/** One list of both sizes, in turns. */
async function inTurns(list) {
  const measured = cities.map(() => ({ page: [], statements: [], clock: [], rows: 0, server: 0 }));
  for (let turn = -warm; turn < turns; turn += 1)
    for (const [at, city] of cities.entries()) {
      if (turn === 0 && city.server) measured[at].server = processorOf(city.backend);
      const { page, statements, clock, rows } = await once(city, list);
      if (turn < 0) continue;
      measured[at].page.push(page);
      measured[at].statements.push(statements);
      measured[at].clock.push(clock);
      measured[at].rows = rows;
    }
  return measured.map(({ page, statements, clock, rows, server }, at) => {
    const { backend } = cities[at];
    const used = backend ? ((processorOf(backend) - server) * 1000) / turns : 0;
    return {
      page: middle(page) + used,
      statements: backend ? used : middle(statements),
      clock: middle(clock),
      rows,
    };
  });
}

/** Microseconds. */
async function once({ app, facts }, { name, as, path }) {
  const request = { method: 'GET', url: path(facts), headers: { cookie: cookiesOf(facts, as) } };
  inStatements.microseconds = 0;
  const before = process.cpuUsage();
  const started = process.hrtime.bigint();
  const answer = await app.inject(request);
  const clock = Number(process.hrtime.bigint() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  if (answer.statusCode !== 200) throw new Error(`${name} answers ${answer.statusCode}`);
  const rows = (answer.body.match(/data-id=/g) ?? []).length;
  return { page: user + system, statements: inStatements.microseconds, clock, rows };
}

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
