import type { Multipart, MultipartFile } from '@fastify/multipart';
import { BadRequestException, HttpException, PayloadTooLargeException } from '@nestjs/common';
import { Readable } from 'node:stream';
import { verifyCsrf } from './csrf';
import type { AppRequest } from './request';
import { StaleForm } from './stale-form';

const megabyte = 1024 * 1024;

/** Of one multipart form: 20 MB a file (lead-form.md 3.4), and few enough parts that none can tire the server. */
export const uploadLimits = {
  fileSize: 20 * megabyte,
  files: 10,
  fields: 60,
  parts: 70,
  fieldSize: 100 * 1024,
  headerPairs: 40,
};

export type UploadPart =
  | { kind: 'field'; name: string; value: string }
  | { kind: 'file'; name: string; filename: string; bytes: Readable };

/**
 * The parts of a multipart form in the order they arrive. The form's `_csrf` field comes first; no file is read
 * before it was found right. A file's stream has to be consumed before the next part is asked for.
 * @throws StaleForm, BadRequestException
 */
export async function* uploadParts(request: AppRequest): AsyncGenerator<UploadPart> {
  if (!request.isMultipart()) throw new BadRequestException('multipart');
  let trusted = false;
  for await (const part of readable(request)) {
    if (!trusted) {
      if (part.type !== 'field' || part.fieldname !== '_csrf') throw new StaleForm();
      (request as { body: unknown }).body = { _csrf: part.value };
      if (!(await verifyCsrf(request))) throw new StaleForm();
      trusted = true;
    } else if (part.type === 'file') {
      yield { kind: 'file', name: part.fieldname, filename: part.filename, bytes: bytesOf(part) };
    } else yield { kind: 'field', name: part.fieldname, value: String(part.value) };
  }
  if (!trusted) throw new StaleForm();
}

async function* readable(request: AppRequest): AsyncGenerator<Multipart> {
  try {
    yield* request.parts();
  } catch (error) {
    throw asSenders(error);
  }
}

function bytesOf({ file }: MultipartFile): Readable {
  const bytes = Readable.from(
    (async function* () {
      try {
        yield* file as AsyncIterable<Buffer>;
      } catch (error) {
        throw asSenders(error);
      }
      if (file.truncated) throw new PayloadTooLargeException('file');
    })(),
  );
  // Whoever reads it is told all the same. One that is only let run out has no reader to tell, and an error that
  // nobody hears ends the process: the form itself is then found to break off.
  bytes.on('error', () => undefined);
  return bytes;
}

/** A form that breaks off or is none at all is the sender's mistake, not a fault of ours. */
function asSenders(error: unknown): unknown {
  const known = typeof (error as { statusCode?: unknown }).statusCode === 'number';
  return known || error instanceof HttpException
    ? error
    : new BadRequestException('unreadable', { cause: error });
}
