import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { Agent, request } from 'node:http';

/** Requests over real sockets, answered as `inject` answers, so that a `Visitor` can use either. */
export function overHttp(base: string): (options: InjectOptions) => Promise<LightMyRequestResponse> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  return ({ method, url, headers, payload }) =>
    new Promise((answered, failed) => {
      const body = typeof payload === 'string' ? payload : '';
      const length = { 'content-length': String(Buffer.byteLength(body)) };
      const sent = request(
        new URL(typeof url === 'string' ? url : '/', base),
        { agent, method: method ?? 'GET', headers: { ...(headers as Record<string, string>), ...length } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('end', () =>
            answered({
              statusCode: response.statusCode,
              headers: response.headers,
              body: Buffer.concat(parts).toString(),
              cookies: (response.headers['set-cookie'] ?? []).map(cookieOf),
            } as unknown as LightMyRequestResponse),
          );
        },
      );
      sent.once('error', failed);
      sent.end(body);
    });
}

function cookieOf(line: string): { name: string; value: string; maxAge?: number } {
  const [pair = '', ...attributes] = line.split('; ');
  const at = pair.indexOf('=');
  const age = attributes.find((one) => /^max-age=/i.test(one))?.slice(8);
  const cookie = { name: pair.slice(0, at), value: decodeURIComponent(pair.slice(at + 1)) };
  return age === undefined ? cookie : { ...cookie, maxAge: Number(age) };
}
