import type { FastifyInstance } from 'fastify';
import type { AppRequest } from './request';
import type { Config } from '../config/config';

/** Voting links and sign-in links carry their token in the path: the log gets the path without it. */
export function withoutTokens(url: string): string {
  const [path = ''] = url.split('?');
  return path.replace(/^\/(v|sign-in\/links)\/[^/]+/, '/$1/*');
}

/** One JSON line for each event; no query strings, no bodies, no cookies, no tokens. */
export function loggerOptions(config: Config): object | false {
  if (config.LOG_LEVEL === 'silent') return false;
  return {
    level: config.LOG_LEVEL,
    serializers: {
      req: (request: { method: string; url: string; id: string }) => ({
        id: request.id,
        method: request.method,
        path: withoutTokens(request.url),
      }),
      res: (reply: { statusCode: number }) => ({ status: reply.statusCode }),
    },
  };
}

/** One line for each answer: request id, who, the route's pattern (never the address, which may hold a token), status, time. */
export function logAnswers(server: FastifyInstance): void {
  server.addHook('onResponse', (request: AppRequest, reply, done) => {
    request.log.info(
      {
        actor: request.visit?.viewer?.personId ?? request.visit?.ballot?.personId ?? null,
        method: request.method,
        route: request.routeOptions.url ?? 'none',
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    );
    done();
  });
}
