import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** Where what is made for the benchmark lies; nothing of it belongs to the repository. */
const home = resolve('data', 'bench');

/** The city as the services made it, before the crowd of leads is added. */
export const cityPlace = placeIn('city');

export const placeOf = (size) => placeIn(String(size));

/**
 * The two databases of one run: `program` is served by the program, `twin`, equal to the last byte when the run begins,
 * by the baseline.
 */
export const runPlaces = (size) => ({
  program: placeIn(`run-${size}-program`),
  twin: placeIn(`run-${size}-baseline`),
});

function placeIn(name) {
  const folder = join(home, name);
  return {
    folder,
    file: join(folder, 'yushen.db'),
    facts: join(folder, 'facts.json'),
    recording: join(folder, 'recording.json'),
  };
}

/** The settings the program is started with on a place; `url` where that is another database than its file. */
export function environmentFor(place, port) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    MODE: 'test',
    PORT: String(port),
    HOST: '127.0.0.1',
    BASE_URL: 'http://127.0.0.1:4100',
    DATABASE_URL: place.url ?? `sqlite:${place.file}`,
    DATA_DIR: place.folder,
    SECRET_KEY: 'a secret for the benchmark, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'error',
  };
}

/** Changes when data made before is of no use any more: other migrations, or another way of making it. */
export function stampOfData() {
  const sources = ['city.mjs', 'leads-by-the-book.mjs', 'crowd.mjs', 'crowd-rows.mjs'].map((name) =>
    join('bench', name),
  );
  const migrations = readdirSync(join('src', 'database', 'migrations')).map((name) =>
    join('src', 'database', 'migrations', name),
  );
  const hash = createHash('sha256');
  for (const file of [
    ...sources,
    ...migrations.sort(),
    join('src', 'demo', 'lead-book.ts'),
    join('src', 'leads', 'lead-grams.ts'),
    join('src', 'leads', 'lead-names.ts'),
    join('src', 'domain', 'claim', 'company-name.ts'),
    join('src', 'domain', 'claim', 'name-words.ts'),
  ])
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
}
