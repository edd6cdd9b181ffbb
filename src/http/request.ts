import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Words } from '../words/words';
import type { Identified } from './identity';

/** What the identity guard found out about a request; every later step reads it from here. */
export interface Visit extends Identified {
  words: Words;
}

export type AppRequest = FastifyRequest & { visit?: Visit };
export type AppReply = FastifyReply;

/** The visit of a request that has passed the identity guard. */
export function visitOf(request: AppRequest): Visit {
  if (!request.visit) throw new Error('The request has not been identified yet');
  return request.visit;
}
