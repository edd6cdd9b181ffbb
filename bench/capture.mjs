/**
 * `node bench/capture.mjs SIZE`: makes the two databases of a run and the baseline's recording. The program itself is
 * asked for each page and each act in this process, and what it asks its database is written down with the page it
 * makes. The closing of rounds is timed here too: the service's unit of work, and in turns with it the same statements
 * in one bare transaction.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { randomUUID } from 'node:crypto';
import { placeOf, runPlaces } from './environment.mjs';
import { openProgram, service, viewerOf } from './program.mjs';
import { openBare, unitsOf } from './replay.mjs';
import { copyDatabase, openSessions } from './sessions.mjs';
import { listen, recorded } from './statements.mjs';
import { ballotForm, casting, cookiesOf, csrfOf, pages } from './workloads.mjs';

const size = Number(process.argv[2]);
const { program, twin } = runPlaces(size);
const facts = JSON.parse(readFileSync(placeOf(size).facts, 'utf8'));

copyDatabase(placeOf(size), program);
await openSessions(program, facts);
copyDatabase(program, twin);
listen();
const app = await openProgram(program);
const closing = await closings();
// Before the pages, which show that it was cast.
const cast = await recordCast();
const workloads = [];
for (const workload of pages) workloads.push(await recordPage(workload));
workloads.push(cast);
await app.close();
writeFileSync(program.facts, JSON.stringify(facts));
writeFileSync(program.recording, JSON.stringify({ closing, workloads }));

async function closings() {
  const service_ = service(app, 'results/round-closures.service', 'RoundClosuresService');
  const secretary = await viewerOf(app, 'secretary-01');
  const { writer, reader } = openBare(twin.file);
  const times = { program: [], baseline: [], statements: 0 };
  // The first warms both up.
  for (const { id } of facts.closing.slice(0, 6)) {
    const started = process.hrtime.bigint();
    const { units } = await recorded(() => service_.close(secretary, id));
    times.program.push(milliseconds(started));
    const again = unitsOf(writer, units);
    const startedAgain = process.hrtime.bigint();
    again();
    times.baseline.push(milliseconds(startedAgain));
    times.statements = units.flat().length;
  }
  reader.close();
  writer.close();
  return { ...times, program: times.program.slice(1), baseline: times.baseline.slice(1) };
}

async function recordPage({ name, as, path }) {
  const url = path(facts);
  const request = { method: 'GET', url, headers: { cookie: cookiesOf(facts, as) } };
  // Asked once before, so that what the program keeps in memory is not charged to the baseline.
  await app.inject(request);
  const { result, reads, units } = await recorded(() => app.inject(request));
  if (result.statusCode !== 200) throw new Error(`${name}: ${url} answers ${result.statusCode}`);
  return {
    name,
    as,
    url,
    path: `GET ${url}`,
    reads,
    units,
    html: result.body,
    statements: reads.length + units.flat().length,
  };
}

async function recordCast() {
  // Mails are sent by the program afterwards; they are no part of the vote.
  service(app, 'mail/outbox', 'Outbox').onQueued(() => undefined);
  const url = `/ballot/items/${facts.voting.items[1]}`;
  const shown = await app.inject({ method: 'GET', url, headers: { cookie: cookiesOf(facts, 'seat') } });
  const { cookie, field } = csrfOf([shown.headers['set-cookie']].flat(), shown.body);
  const request = () => ({
    method: 'POST',
    url,
    headers: {
      cookie: cookiesOf(facts, 'seat', cookie),
      'content-type': 'application/x-www-form-urlencoded',
    },
    payload: ballotForm(facts.voting.seats[0], field, randomUUID()),
  });
  await app.inject(request());
  const { result, reads, units } = await recorded(() => app.inject(request()));
  if (result.statusCode !== 303)
    throw new Error(`casting: ${url} answers ${result.statusCode}\n${result.body}`);
  return {
    ...casting,
    path: 'POST /vote',
    reads,
    units,
    html: result.body,
    statements: reads.length + units.flat().length,
  };
}

function milliseconds(since) {
  return Number(process.hrtime.bigint() - since) / 1e6;
}
