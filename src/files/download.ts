import { Readable } from 'node:stream';
import { file, type FileAnswer } from '../http/answers';
import { spreadsheet, type Sheet } from '../http/spreadsheet';
import { attachment } from './file-name';
import type { OpenedFile } from './files.service';

const mediaTypes = {
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** A file made for whoever asks: to be saved under this name, never shown inside our own origin and never kept by others. */
export function download(bytes: Buffer, name: string, kind: keyof typeof mediaTypes): FileAnswer {
  return file(bytes, headersOf(`${name}.${kind}`, mediaTypes[kind], bytes.length));
}

/** Sheets made at once as a workbook to be saved under this name: the one way in which lists are taken away. */
export async function sheetAnswer(sheets: Sheet | readonly Sheet[], name: string): Promise<FileAnswer> {
  return download(await spreadsheet('columns' in sheets ? [sheets] : sheets), name, 'xlsx');
}

/** The same for a file that is written while it is sent: nobody knows its length yet. */
export function downloadStream(body: Readable, name: string, kind: keyof typeof mediaTypes): FileAnswer {
  const { 'content-length': _, ...headers } = headersOf(`${name}.${kind}`, mediaTypes[kind], 0);
  return file(body, headers);
}

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

function headersOf(name: string, mediaType: string, size: number): Record<string, string> {
  return {
    'content-type': mediaType,
    'content-length': String(size),
    'content-disposition': attachment(name),
    'content-security-policy': 'sandbox',
    'x-content-type-options': 'nosniff',
    'accept-ranges': 'none',
    'cache-control': 'private, no-store',
  };
}
