import autocannon from 'autocannon';

const seconds = Number(process.env.SECONDS ?? 2);
const turns = 3;
const connections = 8;

/**
 * Loads several servers in turns, A B C A B C …, because machines drift, after one turn each to warm up.
 * @param targets the options of each server's turns
 * @returns each one's median turn: answers per second, and milliseconds at the median and at 99 %
 */
export async function inTurns(targets) {
  const runs = targets.map(() => []);
  for (const target of targets) await once(target, 1);
  for (let turn = 0; turn < turns; turn += 1) {
    for (const [at, target] of targets.entries()) runs[at].push(await once(target, seconds));
  }
  return runs.map(median);
}

async function once({ expect = 200, ...options }, duration) {
  const times = [];
  const other = new Map();
  const run = autocannon({ connections, duration, ...options });
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
  return { perSecond: times.length / took, p50: at(0.5), p99: at(0.99) };
}

function median(runs) {
  return [...runs].sort((a, b) => a.perSecond - b.perSecond)[Math.floor(runs.length / 2)];
}
