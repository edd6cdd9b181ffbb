import type { FileHandle } from 'node:fs/promises';
import type { FileKind } from './file-kinds';

/** How far into a file programs look for the beginning of what they understand. */
const lookedAt = 1024;
const zipEnd = Buffer.from([0x50, 0x4b, 5, 6]);
const zipEndSize = 22;
const longestComment = 0xffff;

/**
 * Whether a file of one kind can at the same time be opened as another: a page in its first bytes, a PDF inside
 * something else, an archive hung onto a picture or a PDF. Nobody makes such a file by accident.
 */
export async function isTwofold(
  file: FileHandle,
  size: number,
  head: Buffer,
  kind: FileKind,
): Promise<boolean> {
  const start = head.subarray(0, lookedAt).toString('latin1');
  if (/<(?:!doctype|html|head|body|script|iframe|svg|\?php)[\s>/]|<\?php/i.test(start)) return true;
  if (kind !== 'pdf' && start.includes('%PDF-')) return true;
  const isArchive = kind === 'docx' || kind === 'xlsx' || kind === 'pptx';
  return !isArchive && (await endsAsArchive(file, size));
}

/** An archive is known by its end, whose comment reaches exactly to the last byte. */
async function endsAsArchive(file: FileHandle, size: number): Promise<boolean> {
  const length = Math.min(size, zipEndSize + longestComment);
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, size - length);
  const tail = buffer.subarray(0, bytesRead);
  for (let at = tail.lastIndexOf(zipEnd); at >= 0; at = at === 0 ? -1 : tail.lastIndexOf(zipEnd, at - 1))
    if (at + zipEndSize <= tail.length && at + zipEndSize + tail.readUInt16LE(at + 20) === tail.length)
      return true;
  return false;
}

const doctype = ['latin1', 'utf16le'].flatMap((encoding) =>
  ['<!DOCTYPE', '<!ENTITY'].map((text) => Buffer.from(text, encoding as BufferEncoding)),
);
const longest = Math.max(...doctype.map(({ length }) => length));

/**
 * Watches the bytes of a part of an office document go by for a document type or an entity, which the format forbids
 * and which make careless readers fetch files and addresses. UTF-16 of either order is found by its letters.
 */
export class EntityWatch {
  private rest: Buffer = Buffer.alloc(0);
  found = false;

  see(chunk: Buffer): void {
    const seen = Buffer.concat([this.rest, chunk]);
    this.found ||= doctype.some((text) => seen.includes(text));
    this.rest = seen.subarray(Math.max(0, seen.length - longest));
  }
}
