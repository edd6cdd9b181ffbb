import { Logger } from '@nestjs/common';
import { refuse, Refused } from '../domain/shared/refusal';
import { file, type FileAnswer } from '../http/answers';
import { attachment } from './file-name';
import type { OpenedFile } from './files.service';

const log = new Logger('files');

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file made for whoever asks: to be saved under this name, never shown inside our own origin and never kept by others. */
export function download(bytes: Buffer, name: string, kind: keyof typeof mediaTypes): FileAnswer {
  return file(bytes, headersOf(`${name}.${kind}`, mediaTypes[kind], bytes.length));
}

/**
 * An attachment as an answer: always to be saved, never shown inside our own origin.
 * @throws Refused (409) 'fileAltered' when the bytes on disk are not those that were uploaded
 */
export function downloadAnswer({ file: stored, bytes }: OpenedFile): FileAnswer {
  if (!bytes) {
    log.error(`file ${stored.id} is missing or was changed on disk; the download was refused`);
    throw new Refused(refuse('fileAltered'), 409);
  }
  return file(bytes, headersOf(stored.name, stored.mediaType, stored.size));
}

function headersOf(name: string, mediaType: string, size: number): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': attachment(name),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  };
}
