import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { inProcess } from './data.mjs';
import { runPlaces } from './environment.mjs';
import { inTurns } from './load.mjs';
import { say } from './progress.mjs';
import { openSessions } from './sessions.mjs';
import { coldStart, startBaseline, startProgram } from './servers.mjs';
import { ballotForm, cookiesOf, csrfOf, lasting } from './workloads.mjs';

const starts = 5;

/**
 * Measures all sizes side by side: for each workload the program and the baseline of each size take turns, so that
 * neither the ratio nor the growth with the size is a matter of what else the machine was doing.
 */
export async function measure(sizes) {
  const runs = [];
  for (const size of sizes) runs.push(await prepared(size));
  for (const run of runs) run.cold = await coldStarts(run);
  for (const run of runs) {
    run.program = await startProgram(run.places.program);
    run.baseline = await startBaseline(run.places.program.recording, run.places.twin.file);
  }
  for (const run of runs) {
    run.csrf = await csrfFrom(run.program);
    await compareAnswers(run);
  }
  for (const [at, { name }] of runs[0].recording.workloads.entries()) {
    say(`measuring: ${name}`);
    await measureOne(runs, at);
  }
  for (const run of runs) run.closingByRequest = await closeByRequest(run);
  const results = runs.map(resultOf);
  for (const run of runs) await Promise.all([run.program.stop(), run.baseline.stop()]);
  say('\n');
  return results;
}

async function prepared(size) {
  say(`${size.toLocaleString('en')} leads: copying the data, recording the baseline, closing rounds …`);
  inProcess('capture.mjs', String(size));
  const places = runPlaces(size);
  const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
  return {
    size,
    places,
    facts: read(places.program.facts),
    recording: read(places.program.recording),
    workloads: [],
  };
}

async function coldStarts({ places, size }) {
  const times = [];
  for (let nth = 0; nth < starts; nth += 1) {
    say(`${size.toLocaleString('en')} leads: start ${nth + 1} of ${starts}`);
    times.push(await coldStart(places.program));
  }
  return { page: medianOf(times.map(({ page }) => page)), ready: medianOf(times.map(({ ready }) => ready)) };
}

/** The server must say what was recorded, or the baseline would be that of another page. */
async function compareAnswers({ program, facts, recording, csrf }) {
  for (const { name, as, url, html } of recording.workloads.filter((workload) => workload.url)) {
    const answer = await fetch(program.url + url, { headers: { cookie: cookiesOf(facts, as, csrf.cookie) } });
    const [given, expected] = [lasting(await answer.text()), lasting(html)];
    if (given === expected) continue;
    const at = [...given].findIndex((symbol, place) => symbol !== expected[place]);
    throw new Error(
      `${name} is not the recorded page: …${given.slice(at - 80, at + 80)}… and not …${expected.slice(at - 80, at + 80)}…`,
    );
  }
}

async function measureOne(runs, at) {
  const targets = [];
  for (const run of runs) {
    const workload = run.recording.workloads[at];
    targets.push(workload.url ? pageOf(run, workload) : voteOf(run), bare(run, workload));
  }
  const measured = await inTurns(targets);
  for (const [nth, run] of runs.entries()) {
    const { name, statements, html } = run.recording.workloads[at];
    const [program, baseline] = measured.slice(nth * 2, nth * 2 + 2);
    const rows = (html.match(/data-id=/g) ?? []).length;
    run.workloads.push({
      name,
      statements,
      rows,
      bytes: html.length,
      program,
      baseline,
      ratio: program.perSecond / baseline.perSecond,
    });
  }
}

/** With the cookie of an earlier page, as a browser has it. */
const pageOf = ({ program, facts, csrf }, { url, as }) => ({
  pid: program.pid,
  url: program.url + url,
  headers: { cookie: cookiesOf(facts, as, csrf.cookie) },
});

function bare({ baseline }, { path }) {
  const [method, url] = path.split(' ');
  return {
    url: baseline.url + url,
    pid: baseline.pid,
    method,
    ...(method === 'POST' ? { body: 'intent=cast' } : {}),
  };
}

const form = 'application/x-www-form-urlencoded';

/** Votes of all seats on all items in turn, each request one of its own: every one is a new version of a ballot. */
function voteOf({ program, facts, csrf }) {
  const { items, seats } = facts.voting;
  let nth = 0;
  const setupRequest = (request) => {
    const seat = seats[nth % seats.length];
    const item = items[Math.floor(nth / seats.length) % items.length];
    nth += 1;
    const headers = { cookie: `ballot=${seat.session}; ${csrf.cookie}`, 'content-type': form };
    const body = ballotForm(seat, csrf.field, randomUUID());
    return { ...request, method: 'POST', path: `/ballot/items/${item}`, headers, body };
  };
  return { url: program.url, pid: program.pid, requests: [{ setupRequest }], expect: 303 };
}

/**
 * Rounds that the service has not closed are closed by the button, in a session as fresh as closing asks for: that of
 * the pages has grown old meanwhile.
 */
async function closeByRequest({ program, facts, csrf, places }) {
  const times = [];
  await openSessions(places.program, facts);
  for (const { id } of facts.closing.slice(6, 12)) {
    const started = performance.now();
    const answer = await fetch(`${program.url}/rounds/${id}/closure`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookiesOf(facts, 'secretary', csrf.cookie), 'content-type': form },
      body: new URLSearchParams({ _csrf: csrf.field }).toString(),
    });
    times.push(performance.now() - started);
    if (answer.status !== 303) throw new Error(`Closing a round answers ${answer.status}`);
  }
  return times.slice(1);
}

async function csrfFrom({ url }) {
  const page = await fetch(`${url}/sign-in`);
  return csrfOf(page.headers.getSetCookie(), await page.text());
}

function resultOf({ size, workloads, recording, closingByRequest, cold, program }) {
  const { closing } = recording;
  return {
    leads: size,
    workloads,
    closing: {
      statements: closing.statements,
      unitOfWork: medianOf(closing.program),
      baseline: medianOf(closing.baseline),
      request: medianOf(closingByRequest),
    },
    start: cold,
    memory: program.memory(),
  };
}

function medianOf(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
}
