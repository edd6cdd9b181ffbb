import { Logger } from '@nestjs/common';
import { refuse, Refused } from '../domain/shared/refusal';
import { file, type FileAnswer } from '../http/answers';
import { attachment } from './file-name';
import type { OpenedFile } from './files.service';

const log = new Logger('files');

/**
 * An attachment as an answer: always to be saved, never shown inside our own origin.
 * @throws Refused (409) 'fileAltered' when the bytes on disk are not those that were uploaded
 */
export function downloadAnswer({ file: stored, bytes }: OpenedFile): FileAnswer {
  if (!bytes) {
    log.error(`file ${stored.id} is missing or was changed on disk; the download was refused`);
    throw new Refused(refuse('fileAltered'), 409);
  }
  return file(bytes, {
    'content-type': stored.mediaType,
    'content-length': String(stored.size),
    'content-disposition': attachment(stored.name),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
}
