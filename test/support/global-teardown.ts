import { once } from 'node:events';
import { rmSync } from 'node:fs';

export default async function tearDown(): Promise<void> {
  const server = globalThis.testPostgres;
  if (server) {
    server.removeAllListeners('exit');
    const ended = once(server, 'exit');
    server.stdin?.end();
    await ended;
  }
  const folder = process.env['TEST_FOLDER'];
  if (folder) rmSync(folder, { recursive: true, force: true });
}
