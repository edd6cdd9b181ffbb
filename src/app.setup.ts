import compress from '@fastify/compress';
import cookie from '@fastify/cookie';
import csrf from '@fastify/csrf-protection';
import multipart from '@fastify/multipart';
import type { NestApplicationOptions } from '@nestjs/common';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { LogController } from 'fastify';
import { randomUUID } from 'node:crypto';
import { Config } from './config/config';
import { Console } from './http/console';
import { registerFormParser } from './http/form-parser';
import { readableAddress } from './http/readable-address';
import { securityHeaders } from './http/security';
import { logAnswers, loggerOptions } from './http/logging';
import { watchBodies } from './http/slow-bodies';
import { uploadLimits } from './http/upload';

/** Forms are parsed by our own parser; only what needs somebody's attention is said on the console. */
export const nestOptions = {
  abortOnError: false,
  bodyParser: false,
  logger: new Console(),
} satisfies NestApplicationOptions;

/** The server under the application. Bodies, headers and slow clients are bounded here. */
export function serverAdapter(config: Config): FastifyAdapter {
  return new FastifyAdapter({
    logger: loggerOptions(config),
    trustProxy: config.TRUST_PROXY === '' ? false : config.TRUST_PROXY,
    genReqId: () => randomUUID(),
    // One line for each answer is written by `logAnswers`, with the route's pattern instead of the address.
    logController: new LogController({ disableRequestLogging: true }),
    rewriteUrl: readableAddress,
    // A head has to be here in 25 seconds; `watchBodies` says how fast bodies have to come, this when all ends.
    http: { headersTimeout: 20_000, connectionsCheckingInterval: 5_000 },
    requestTimeout: 15 * 60_000,
    connectionTimeout: 60_000,
    keepAliveTimeout: 72_000,
    // As long as an address can be at all: a longer part would be answered by the router, before pages are there.
    routerOptions: { maxParamLength: 16_384, ignoreTrailingSlash: false },
  });
}

/** Everything between the wire and the controllers; used by the server and by the tests alike. */
export async function configureApp(app: NestFastifyApplication): Promise<void> {
  const config = app.get(Config);
  const server = app.getHttpAdapter().getInstance();
  registerFormParser(server);
  watchBodies(server);
  const headers = securityHeaders(config.secure);
  server.addHook('onRequest', (_request, reply, done) => {
    void reply.headers(headers);
    done();
  });
  await app.register(cookie, { secret: config.SECRET_KEY });
  await app.register(csrf, {
    cookieKey: config.secure ? '__Host-csrf' : 'csrf',
    cookieOpts: { path: '/', httpOnly: true, sameSite: 'lax', secure: config.secure },
  });
  await app.register(multipart, { limits: uploadLimits });
  // Pages are made for one person and one moment: gzip costs a third of what brotli does to set up for each.
  await app.register(compress, {
    global: true,
    threshold: 1024,
    encodings: ['gzip'],
    zlibOptions: { level: 4 },
  });
  server.addHook('onSend', (request, reply, payload, done) => {
    void reply.header('x-request-id', request.id);
    // Pages are for one person and one moment; only what says otherwise may be kept.
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
  logAnswers(server);
  app.enableShutdownHooks();
}
