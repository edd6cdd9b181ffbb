import { runCommand } from '../../../src/cli/run';
import { wordsFor } from '../../../src/words/words';

export interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs a command as a terminal would, with its own environment. */
export async function run(environment: Record<string, string>, ...typed: string[]): Promise<Ran> {
  const lines = { out: [] as string[], err: [] as string[] };
  const before = { ...process.env };
  Object.assign(process.env, environment);
  try {
    const code = await runCommand(typed, {
      words: wordsFor('en'),
      say: (line) => lines.out.push(line),
      complain: (line) => lines.err.push(line),
    });
    return { code, out: lines.out.join('\n'), err: lines.err.join('\n') };
  } finally {
    for (const name of Object.keys(environment)) {
      if (before[name] === undefined) delete process.env[name];
      else process.env[name] = before[name];
    }
  }
}

/** The environment of a test installation. */
export function installation(
  databaseUrl: string,
  dataDir: string,
  more: Record<string, string> = {},
): Record<string, string> {
  return {
    MODE: 'test',
    BASE_URL: 'http://127.0.0.1:3000',
    DATABASE_URL: databaseUrl,
    DATA_DIR: dataDir,
    SECRET_KEY: 'a secret for tests, long enough to be taken',
    MAIL_URL: 'mailbox:',
    LOG_LEVEL: 'silent',
    ...more,
  };
}
