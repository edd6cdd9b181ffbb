import { existsSync, readFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { cityPlace, placeOf, stampOfData } from './environment.mjs';

/** The data of a size, made where it is missing or was made for other migrations or in another way. */
export function ensureData(size) {
  const stamp = stampOfData();
  if (stampIn(placeOf(size)) === stamp) return;
  if (stampIn(cityPlace) !== stamp) inProcess('city.mjs');
  inProcess('crowd.mjs', String(size));
}

function stampIn({ facts, file }) {
  if (!existsSync(facts) || !existsSync(file)) return null;
  const { stamp, goodUntil } = JSON.parse(readFileSync(facts, 'utf8'));
  return new Date().toISOString() < goodUntil ? stamp : null;
}

/** Runs a file of the benchmark in a process of its own, so that what it leaves in memory disturbs no measurement. */
export function inProcess(file, ...args) {
  const { status, error } = spawnSync(process.execPath, [join('bench', file), ...args], { stdio: 'inherit' });
  if (error) throw error;
  if (status !== 0) process.exit(status ?? 1);
}
