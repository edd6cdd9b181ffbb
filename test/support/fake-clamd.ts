import { once } from 'node:events';
import { createServer, type Server, type Socket } from 'node:net';
import { join } from 'node:path';
import { mkdtempSync } from 'node:fs';

/** The harmless text that every scanner takes for a virus; written in two pieces, so that this file is left alone. */
export const eicar = Buffer.from(
  ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''),
);

/** `well` as clamd is; `stalled` takes all and says nothing; `strange` answers nonsense; `full` wants no more bytes. */
type Mood = 'well' | 'stalled' | 'strange' | 'full';

/** clamd as far as its protocol goes: INSTREAM and PING, by TCP or by a socket in the file system. */
export class FakeClamd {
  mood: Mood = 'well';
  /** How many streams were heard to their end. */
  scanned = 0;
  private readonly sockets = new Set<Socket>();
  private readonly server: Server;

  private constructor(private readonly listenAt: { path: string } | { port: number; host: string }) {
    this.server = createServer((socket) => this.talk(socket));
  }

  static async start(by: 'tcp' | 'socket' = 'tcp'): Promise<FakeClamd> {
    const place =
      by === 'tcp'
        ? { port: 0, host: '127.0.0.1' }
        : { path: join(mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'clamd-')), 'ctl') };
    const clamd = new FakeClamd(place);
    await clamd.listen(place);
    return clamd;
  }

  get url(): string {
    if ('path' in this.listenAt) return `clamd:${this.listenAt.path}`;
    return `clamd://127.0.0.1:${this.listenAt.port}`;
  }

  /** Nobody listens any more, at the same place. */
  async stop(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    if (!this.server.listening) return;
    this.server.close();
    await once(this.server, 'close');
  }

  /** Listens again where it did. */
  async back(): Promise<void> {
    await this.listen(this.listenAt);
  }

  private async listen(place: { path: string } | { port: number; host: string }): Promise<void> {
    this.server.listen(place);
    await once(this.server, 'listening');
    const address = this.server.address();
    if ('port' in this.listenAt && typeof address === 'object' && address) this.listenAt.port = address.port;
  }

  private talk(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.sockets.delete(socket));
    const heard: Buffer[] = [];
    socket.on('data', (data: Buffer) => {
      heard.push(data);
      if (this.mood === 'stalled') return;
      if (this.mood === 'full') socket.end('INSTREAM size limit exceeded. ERROR\0');
      else if (data.equals(Buffer.from('zPING\0'))) socket.end('PONG\0');
      // Four zeros may also stand within the bytes: then the end has not come yet.
      else if (endsWithZeros(heard)) this.judge(socket, Buffer.concat(heard));
    });
  }

  private judge(socket: Socket, heard: Buffer): void {
    const command = Buffer.from('zINSTREAM\0');
    if (!heard.subarray(0, command.length).equals(command)) return;
    const pieces: Buffer[] = [];
    for (let at = command.length; at + 4 <= heard.length;) {
      const length = heard.readUInt32BE(at);
      if (length === 0) {
        this.scanned += 1;
        const found = Buffer.concat(pieces).includes(eicar);
        socket.end(
          this.mood === 'strange' ? 'what?\0' : `stream: ${found ? 'Eicar-Signature FOUND' : 'OK'}\0`,
        );
        return;
      }
      pieces.push(heard.subarray(at + 4, at + 4 + length));
      at += 4 + length;
    }
  }
}

function endsWithZeros(heard: readonly Buffer[]): boolean {
  const end = Buffer.concat(heard.slice(-4)).subarray(-4);
  return end.length === 4 && end.readUInt32BE(0) === 0;
}
