import type { FastifyInstance } from 'fastify';
import { Socket } from 'node:net';

/** How long a body may take and how fast it has to come after that. Milliseconds and bytes. */
export interface BodyPatience {
  /** Every body may take as long as this. */
  readonly firstMs: number;
  /** After that a file on its way has to bring `leastBytes` in each of these. */
  readonly eachMs: number;
  readonly leastBytes: number;
}

/** 20 MB over a telephone take minutes; a socket that only pretends to send is cut within half a minute. */
export const bodyPatience: BodyPatience = { firstMs: 25_000, eachMs: 5_000, leastBytes: 10 * 1024 };

/**
 * Cuts connections whose body comes too slowly. A form of text has to be here at once; files may take as long as they
 * really move, up to the server's own limit. A body that nobody reads any more, because it was answered, may not.
 */
export function watchBodies(server: FastifyInstance, patience: BodyPatience = bodyPatience): void {
  const { firstMs, eachMs, leastBytes } = patience;
  server.addHook('onRequest', (request, reply, done) => {
    const { raw } = request;
    const hasBody =
      raw.headers['transfer-encoding'] !== undefined || Number(raw.headers['content-length']) > 0;
    // A request that came over no connection has nobody who could be slow.
    if (hasBody && raw.socket instanceof Socket) {
      const isFiles = /^multipart\/form-data/i.test(raw.headers['content-type'] ?? '');
      let before = 0;
      const look = (): void => {
        if (raw.complete || raw.destroyed) return;
        const now = raw.socket.bytesRead;
        if (!isFiles || reply.raw.writableEnded || now - before < leastBytes) {
          raw.socket.destroy();
          return;
        }
        before = now;
        timer = setTimeout(look, eachMs).unref();
      };
      let timer = setTimeout(look, firstMs).unref();
      raw.once('close', () => clearTimeout(timer));
    }
    done();
  });
}
