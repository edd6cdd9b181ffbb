import { BadRequestException, PayloadTooLargeException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { parse } from 'qs';

/** Bytes of a form at the most; files go through multipart with limits of their own. */
export const formBodyLimit = 1024 * 1024;

const limits = { depth: 4, parameterLimit: 2000, arrayLimit: 200 };

/**
 * Forms as nested objects (`contact[name]`, `leadIds[]`, `scores[taxPerMu]`). JSON, text and anything else is
 * refused before a handler sees it; multipart has its own reader. A NUL character is refused because one of the
 * two databases cannot store it.
 */
export function registerFormParser(server: FastifyInstance): void {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: formBodyLimit },
    (_request, body, done) => {
      try {
        done(null, parseForm(String(body)));
      } catch (error) {
        done(error as Error);
      }
    },
  );
}

/** @throws PayloadTooLargeException for too many fields, BadRequestException for a NUL character */
export function parseForm(text: string): Record<string, unknown> {
  if (text.includes('%00') || text.includes('\0')) throw new BadRequestException('nul');
  let parameters = 1;
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) parameters += 1;
  if (parameters > limits.parameterLimit) throw new PayloadTooLargeException('fields');
  return parse(text, {
    ...limits,
    allowPrototypes: false,
    plainObjects: false,
    charset: 'utf-8',
    charsetSentinel: true,
  });
}
