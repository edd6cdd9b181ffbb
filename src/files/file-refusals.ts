import { PayloadTooLargeException } from '@nestjs/common';
import { refuse, Refusal, Refused } from '../domain/shared/refusal';

const megabyte = 1024 * 1024;

/** Of one file (lead form 3.4). */
export const MOST_BYTES = 20 * megabyte;
/** Of all files of one subject together. */
export const MOST_BYTES_TOGETHER = 100 * megabyte;

/** Larger than a file may be; the answer's status is 413. */
export class FileTooLarge extends PayloadTooLargeException {
  readonly refusal: Refusal = refuse('fileTooLarge', { mb: MOST_BYTES / megabyte });

  constructor() {
    super('the file is too large');
  }
}

/** 422 with a reason of this feature's catalogue. */
export function refuseFile(
  because:
    | 'fileEmpty'
    | 'fileName'
    | 'fileKind'
    | 'fileContent'
    | 'fileMacro'
    | 'fileUnsafe'
    | 'fileTwofold'
    | 'fileInfected'
    | 'quotaFiles'
    | 'quotaBytes'
    | 'filesTooLarge'
    | 'filesTooMany',
  details?: Record<string, string | number>,
): Refused {
  return new Refused(refuse(because, details), 422);
}
