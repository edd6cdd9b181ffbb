/** The processes that are measured. */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { environmentFor } from './environment.mjs';

/** Ends what is still running when the benchmark fails or is stopped. */
const running = new Set();
process.on('exit', () => running.forEach((child) => child.kill('SIGKILL')));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(1));

export async function startProgram(place) {
  const port = await freePort();
  const watched = process.env.PROFILE ? ['--require', resolve('bench', 'profiled.cjs')] : [];
  return start([...watched, join('dist', 'main.js')], environmentFor(place, port), port);
}

export async function startBaseline(recording, file) {
  const port = await freePort();
  return start([join('bench', 'baseline-server.mjs'), recording, file, String(port)], process.env, port);
}

/** How long from the start of the process to the first page, and to the line that says it is ready; milliseconds. */
export async function coldStart(place) {
  const port = await freePort();
  const started = performance.now();
  const server = start([join('dist', 'main.js')], environmentFor(place, port), port);
  const page = firstPage(`http://127.0.0.1:${port}/sign-in`).then(() => performance.now() - started);
  const readyAt = server.then(() => performance.now() - started);
  const times = { page: await page, ready: await readyAt };
  await (await server).stop();
  return times;
}

async function firstPage(url) {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer?.status === 200) return answer.text();
    await new Promise((soon) => setTimeout(soon, 5));
  }
}

function start(args, env, port) {
  const child = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  const ended = new Promise((done) => child.once('exit', (code, signal) => done(signal ?? code))).finally(
    () => running.delete(child),
  );
  const stop = () => {
    child.kill('SIGTERM');
    return ended;
  };
  const server = {
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    stop,
    memory: () => residentBytes(child.pid),
  };
  return new Promise((ready, failed) => {
    ended.then((how) => failed(new Error(`${args.join(' ')} ended (${how}) before it was ready`)));
    child.stdout.on('data', (text) => {
      if (/^ready/m.test(String(text))) ready(server);
    });
  });
}

/** Processor time that a process has used so far, in seconds (Linux counts it in hundredths); null elsewhere. */
export function processorSeconds(pid) {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1].split(' ');
    return (Number(fields[11]) + Number(fields[12])) / 100;
  } catch {
    return null;
  }
}

/** Resident memory and the part of it that is the process's own, in MB; null where /proc is not there to tell. */
function residentBytes(pid) {
  try {
    const status = readFileSync(`/proc/${pid}/status`, 'utf8');
    const of = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return { resident: of('VmRSS'), own: of('RssAnon'), mapped: of('RssFile') };
  } catch {
    return null;
  }
}

function freePort() {
  return new Promise((found) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => found(port));
    });
  });
}
