import autocannon from 'autocannon';
import { processorSeconds } from './servers.mjs';

const seconds = Number(process.env.SECONDS ?? 2);
const turns = 3;
const connections = 8;
/** Answers after which a server's code has been compiled for speed. */
const warmUp = 1000;

/**
 * Loads several servers in turns, A B C A B C …, because machines drift, after one turn each to warm up.
 * @param targets the options of each server's turns, with the `pid` of the server
 * @returns each one's median turn: answers per second, milliseconds at the median and at 99 %, and the microseconds of
 *   processor time that an answer took, which other work on the machine sways less than it does the others
 */
export async function inTurns(targets) {
  const runs = targets.map(() => []);
  for (const target of targets) await once(target, { amount: warmUp });
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [at, target] of targets.entries()) runs[at].push(await once(target, { duration: seconds }));
  }
  return runs.map(median);
}

async function once({ expect = 200, pid, ...options }, length) {
  const times = [];
  const other = new Map();
  const before = processorSeconds(pid);
  const run = autocannon({ connections, ...options, ...length });
  run.on('response', (_, status, __, time) => {
    if (status === expect) times.push(time);
    else other.set(status, (other.get(status) ?? 0) + 1);
  });
  const { errors, timeouts, duration: took } = await run;
  if (errors + timeouts > 0 || other.size > 0 || times.length === 0) {
    const answers = [...other].map(([status, count]) => `${count} × ${status}`).join(', ');
    throw new Error(
      `${options.url}: ${errors} errors, ${timeouts} timeouts, answers other than ${expect}: ${answers || 'none'}`,
    );
  }
  times.sort((a, b) => a - b);
  const at = (share) => times[Math.floor((times.length - 1) * share)];
  const used = before === null ? null : ((processorSeconds(pid) - before) * 1e6) / times.length;
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99), processor: used };
}

function median(runs) {
  return [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)];
}
