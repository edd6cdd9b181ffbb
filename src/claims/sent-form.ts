import type { Refusal } from '../domain/shared/refusal';
import type { ReceivedFile } from '../files/files.service';
import { refusalOfForm, type FieldError } from '../http/forms';
import type { AppRequest } from '../http/request';
import { uploadParts } from '../http/upload';
import type { Words } from '../words/words';
import { refusalSentence } from './claim-page.views';
import type { Readable } from 'node:stream';

/** A form with papers as it arrived: its fields, the papers taken in, and what is wrong with the others. */
export interface SentForm {
  readonly fields: Record<string, unknown>;
  readonly files: readonly ReceivedFile[];
  readonly errors: readonly FieldError[];
}

/** Reads the form to its end, whatever is wrong with a paper. */
export async function readSentForm(
  request: AppRequest,
  receive: (bytes: Readable, name: string) => Promise<ReceivedFile>,
  words: Words,
): Promise<SentForm> {
  const fields: Record<string, unknown> = {};
  const errors: FieldError[] = [];
  const files: ReceivedFile[] = [];
  for await (const part of uploadParts(request)) {
    if (part.kind === 'field') fields[part.name] = part.value;
    else if (part.filename === '') part.bytes.resume();
    else
      try {
        files.push(await receive(part.bytes, part.filename));
      } catch (error) {
        errors.push({ field: 'file', message: refusalSentence(refusalOfForm(error), words) });
      }
  }
  return { fields, files, errors };
}

/** A rule's "no" beside the control it is about; every other error is thrown on. */
export function asFieldError(
  error: unknown,
  places: Readonly<Record<string, string>>,
  otherwise: string,
  words: Words,
): FieldError {
  const refusal: Refusal = refusalOfForm(error);
  return { field: places[refusal.because] ?? otherwise, message: refusalSentence(refusal, words) };
}
