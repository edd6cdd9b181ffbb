import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { BadConfiguration, Config } from './config/config';
import { FileInUse } from './database/single-server';
import { UnfitDatabase } from './database/migrate';
import { FirstStart } from './people/first-start';

/** Tells on the console where the program answers, and on the very first start how to get in. */
export async function announceStart(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const code = await app.get(FirstStart).codeToPrint();
  const lines = code
    ? [`Nobody is registered yet. Open ${config.BASE_URL}/setup and enter this one-time code: ${code}`]
    : [];
  lines.push(`ready ${config.BASE_URL}`);
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** A start that cannot be is explained in words; a stack is for surprises only. */
export function explainFailedStart(error: unknown): void {
  const expected = [BadConfiguration, FileInUse, UnfitDatabase].some((Known) => error instanceof Known);
  const busy = (error as { code?: string }).code === 'EADDRINUSE';
  const text = busy
    ? 'The address is in use: another program listens on this PORT. Choose another one, for example PORT=3001.'
    : expected
      ? (error as Error).message
      : String((error as Error).stack ?? error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
}
