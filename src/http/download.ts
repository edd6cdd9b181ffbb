import { Readable } from 'node:stream';
import { file, type FileAnswer } from './answers';
import { spreadsheet, type Sheet } from './spreadsheet';

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

/** To be saved under its name, in no origin of ours, kept by nobody on the way. */
export function headersOf(name: string, mediaType: string, size: number): Record<string, string> {
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

/** `Content-Disposition: attachment` with a plain name for old clients and the real one (RFC 6266, RFC 8187). */
export function attachment(name: string): string {
  const plain = name.replace(/[^\x20-\x7e]/g, '_').replace(/["\\%]/g, '_');
  const real = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${real}`;
}
