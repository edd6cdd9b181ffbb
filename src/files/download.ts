import { Readable } from 'node:stream';
import { file, type FileAnswer } from '../http/answers';
import { headersOf } from '../http/download';
import type { OpenedFile } from './files.service';

/**
 * An attachment as an answer: always to be saved, never shown inside our own origin. HEAD gives the same headers and
 * no bytes; a part of a file is not given, whoever asks for a range gets all of it.
 */
export function downloadAnswer({ file: stored, bytes }: OpenedFile, method: string): FileAnswer {
  const body = method === 'HEAD' ? Readable.from([]) : bytes();
  return file(body, headersOf(stored.name, stored.mediaType, stored.size));
}

/** Several attachments as one file, its size known beforehand. */
export function archiveAnswer(
  { name, size, files }: { name: string; size: number; files: readonly OpenedFile[] },
  body: Readable,
): FileAnswer {
  const holds = files.map(({ file: { id } }) => ({ type: 'file', id }));
  return file(body, headersOf(name, 'application/zip', size), holds);
}
