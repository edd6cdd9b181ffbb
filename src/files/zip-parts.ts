import type { FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';

/** A part of a zip archive as its directory describes it; nothing of it is believed before it was unpacked. */
export interface ZipPart {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The archive is damaged, disguised, or made to harm whoever unpacks it. */
export class BadZip extends Error {}

const mostParts = 5000;
const mostDirectory = 4 * 1024 * 1024;
const mostUnpacked = 300 * 1024 * 1024;
/** A document of text shrinks to a thirtieth at best; what shrinks much more was built to burst. */
const mostRatio = 150;
const endSize = 22;
const sliceSize = 64 * 1024;
const symlink = 0xa000;

/** The directory of an archive. @throws BadZip */
export async function zipParts(file: FileHandle, size: number): Promise<ZipPart[]> {
  const tail = await readAt(file, Math.max(0, size - endSize - 0xffff), Math.min(size, endSize + 0xffff));
  const at = tail.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]));
  if (at < 0 || at + endSize > tail.length) throw new BadZip('no directory');
  const count = tail.readUInt16LE(at + 10);
  const length = tail.readUInt32LE(at + 12);
  const start = tail.readUInt32LE(at + 16);
  if (count === 0 || count > mostParts || length > mostDirectory) throw new BadZip(`${count} parts`);
  if (start + length > size) throw new BadZip('directory outside the file');
  const parts = readDirectory(await readAt(file, start, length), count);
  const unpacked = parts.reduce((sum, part) => sum + part.size, 0);
  if (unpacked > mostUnpacked || unpacked > Math.max(size * mostRatio, 1024 * 1024))
    throw new BadZip('bursts');
  return parts;
}

function readDirectory(directory: Buffer, count: number): ZipPart[] {
  const parts: ZipPart[] = [];
  for (let at = 0; parts.length < count;) {
    if (at + 46 > directory.length || directory.readUInt32LE(at) !== 0x02014b50) throw new BadZip('damaged');
    const nameEnd = at + 46 + directory.readUInt16LE(at + 28);
    const next = nameEnd + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
    const part = {
      name: directory.toString('utf8', at + 46, nameEnd),
      method: directory.readUInt16LE(at + 10),
      packed: directory.readUInt32LE(at + 20),
      size: directory.readUInt32LE(at + 24),
      offset: directory.readUInt32LE(at + 42),
    };
    const encrypted = (directory.readUInt16LE(at + 8) & 1) === 1;
    const mode = directory.readUInt16LE(at + 40) & 0xf000;
    if (encrypted || mode === symlink || (part.method !== 0 && part.method !== 8))
      throw new BadZip(part.name);
    if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[A-Za-z]:|\0/.test(part.name)) throw new BadZip('leads outside');
    parts.push(part);
    at = next;
  }
  return parts;
}

/**
 * Unpacks a part and throws the bytes away, to find out whether it is what its directory says: at most `part.size`
 * bytes are ever produced. `see` is shown each piece of them. @throws BadZip
 */
export async function provePart(
  file: FileHandle,
  part: ZipPart,
  see: (chunk: Buffer) => void = () => undefined,
): Promise<void> {
  let size = 0;
  for await (const chunk of partContent(file, part)) {
    size += chunk.length;
    see(chunk);
  }
  if (size !== part.size) throw new BadZip('lying size');
}

/** The unpacked bytes of a part, piece by piece and never more than its directory says. @throws BadZip */
export async function* partContent(file: FileHandle, part: ZipPart): AsyncGenerator<Buffer> {
  const head = await readAt(file, part.offset, 30);
  if (head.length < 30 || head.readUInt32LE(0) !== 0x04034b50) throw new BadZip('damaged');
  const start = part.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28);
  if (part.method === 0) {
    if (part.packed !== part.size) throw new BadZip('lying size');
    yield* slices(file, start, part.packed);
    return;
  }
  const packed = Readable.from(slices(file, start, part.packed));
  const inflate = createInflateRaw();
  packed.on('error', (error) => inflate.destroy(error));
  let size = 0;
  try {
    for await (const chunk of packed.pipe(inflate) as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > part.size) throw new BadZip('lying size');
      yield chunk;
    }
  } catch (error) {
    throw error instanceof BadZip ? error : new BadZip('damaged');
  } finally {
    packed.destroy();
    inflate.destroy();
  }
}

async function* slices(file: FileHandle, start: number, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < length;) {
    const slice = await readAt(file, start + at, Math.min(sliceSize, length - at));
    if (slice.length === 0) throw new BadZip('damaged');
    at += slice.length;
    yield slice;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}
