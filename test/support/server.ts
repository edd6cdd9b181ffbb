import { ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { scratchFolder } from './browser';

const root = resolve(__dirname, '../..');
const main = join(root, 'dist', 'main.js');

/** The built program as a process of its own, for tests that kill it or look at it with a browser. */
export class TestServer {
  private constructor(
    readonly process: ChildProcess,
    readonly address: string,
    readonly output: string[],
  ) {}

  /** Starts it on a demo city of its own, in a folder of this name. */
  static async demoCity(name: string): Promise<TestServer> {
    const data = await scratchFolder(name);
    return TestServer.start({
      MODE: 'demo',
      DATABASE_URL: `sqlite:${join(data, 'yushen.db')}`,
      DATA_DIR: data,
      SECRET_KEY: 'a secret for the browser tests, long enough',
      MAIL_URL: 'mailbox:',
      LOG_LEVEL: 'error',
    });
  }

  /** Starts it and waits for the line `ready …`. */
  static async start(environment: Record<string, string>): Promise<TestServer> {
    if (!existsSync(main)) throw new Error('The program is not built: npm test builds it, or npm run build');
    const port = await freePort();
    const address = `http://127.0.0.1:${port}`;
    const child = spawn(process.execPath, [main], {
      cwd: root,
      env: {
        ...process.env,
        NODE_ENV: 'production',
        HOST: '127.0.0.1',
        PORT: String(port),
        BASE_URL: address,
        ...environment,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: string[] = [];
    child.stderr.on('data', (data: Buffer) => output.push(data.toString()));
    await new Promise<void>((ready, failed) => {
      child.stdout.on('data', (data: Buffer) => {
        output.push(data.toString());
        if (output.join('').includes('ready http')) ready();
      });
      child.once('exit', (code) => failed(new Error(`The program ended with ${code}: ${output.join('')}`)));
    });
    return new TestServer(child, address, output);
  }

  /** kill -9: no handler runs, nothing is flushed. */
  async kill(): Promise<void> {
    if (this.process.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  async stop(): Promise<number | null> {
    if (this.process.exitCode !== null) return this.process.exitCode;
    const ended = once(this.process, 'exit') as Promise<[number | null]>;
    this.process.kill('SIGTERM');
    return (await ended)[0];
  }
}

export function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer();
    probe.once('error', failed);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
