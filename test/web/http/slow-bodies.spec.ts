import Fastify, { type FastifyInstance } from 'fastify';
import { connect } from 'node:net';
import { watchBodies } from '../../../src/http/slow-bodies';

/** Long enough that a pause of the whole process, by other work on the machine, is not taken for a slow sender. */
const quick = { firstMs: 250, eachMs: 200, leastBytes: 1000 };

describe('R-05: a body that is on its way', () => {
  const servers: FastifyInstance[] = [];
  afterAll(() => Promise.all(servers.map((server) => server.close())));

  async function start(isWatched: boolean): Promise<number> {
    const server = Fastify();
    servers.push(server);
    if (isWatched) watchBodies(server, quick);
    server.addContentTypeParser('multipart/form-data', (_, payload, done) => {
      payload.on('end', () => done(null, {})).resume();
    });
    server.post('/', () => 'taken');
    await server.listen({ port: 0, host: '127.0.0.1' });
    return (server.server.address() as { port: number }).port;
  }

  /** Sends so many pieces, one every few milliseconds, and tells how it ended. */
  function send(port: number, type: string, pieces: number, size: number): Promise<'taken' | 'cut'> {
    return new Promise((ended) => {
      const socket = connect(port, '127.0.0.1', () => {
        socket.write(
          `POST / HTTP/1.1\r\nHost: x\r\nContent-Type: ${type}\r\nContent-Length: ${pieces * size}\r\n\r\n`,
        );
        let sent = 0;
        const timer = setInterval(() => {
          if (sent === pieces || socket.destroyed) return clearInterval(timer);
          socket.write(Buffer.alloc(size, 'x'));
          sent += 1;
        }, 10);
      });
      socket.on('data', (data) => data.includes('taken') && (ended('taken'), socket.destroy()));
      socket.on('error', () => undefined);
      socket.on('close', () => ended('cut'));
    });
  }

  const files = 'multipart/form-data; boundary=x';

  it('is taken however long it takes, if files really move', async () => {
    expect(await send(await start(true), files, 60, 2000)).toBe('taken');
  });

  it('is cut when it only pretends to move; without the watch it holds its socket to the end', async () => {
    expect(await send(await start(true), files, 60, 1)).toBe('cut');
    expect(await send(await start(false), files, 60, 1)).toBe('taken');
  });

  it('is cut when it is text and not here in time, however fast it comes', async () => {
    expect(await send(await start(true), 'text/plain', 60, 2000)).toBe('cut');
    expect(await send(await start(true), 'text/plain', 2, 2000)).toBe('taken');
  });
});
