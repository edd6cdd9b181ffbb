import { Readable } from 'node:stream';
import { beijing, type Instant } from '../domain/shared/instant';

/** A part of an archive, its size and checksum known before its bytes are read. */
export interface StoredPart {
  readonly name: string;
  readonly size: number;
  readonly crc32: number;
  readonly at: Instant;
  readonly bytes: () => Readable;
}

const localSize = 30;
const centralSize = 46;
const endSize = 22;
/** 2.0, enough for folders and UTF-8 names. */
const version = 20;
/** Names are UTF-8 (bit 11); Windows, macOS and Linux read Chinese names by it. */
const utf8 = 0x0800;

/** How long the archive of these parts will be, in bytes. */
export function storedZipSize(parts: readonly Pick<StoredPart, 'name' | 'size'>[]): number {
  return parts.reduce(
    (sum, { name, size }) => sum + localSize + centralSize + 2 * Buffer.byteLength(name) + size,
    endSize,
  );
}

/**
 * The parts as a zip archive, uncompressed: what is attached is compressed already. Only one piece of one file is in
 * memory at a time. Written by ourselves because fflate's streaming writer, not knowing sizes, puts them behind the
 * bytes, which readers that do not seek refuse for uncompressed parts, and the length of the answer would be unknown.
 */
export function storedZip(parts: readonly StoredPart[]): Readable {
  return Readable.from(pieces(parts));
}

async function* pieces(parts: readonly StoredPart[]): AsyncGenerator<Buffer> {
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const fields = commonFields(part, name.length);
    const local = Buffer.concat([signature(0x04034b50), fields, name]);
    directory.push(
      Buffer.concat([signature(0x02014b50), number(version, 2), fields, centralFields(offset), name]),
    );
    yield local;
    let sent = 0;
    for await (const chunk of part.bytes() as AsyncIterable<Buffer>) {
      sent += chunk.length;
      yield chunk;
    }
    // The archive promised its length: a file that changed under our hands must not be passed off as whole.
    if (sent !== part.size) throw new Error(`${sent} bytes instead of ${part.size}`);
    offset += local.length + sent;
  }
  const list = Buffer.concat(directory);
  yield list;
  yield Buffer.concat([
    signature(0x06054b50),
    Buffer.alloc(4),
    number(parts.length, 2),
    number(parts.length, 2),
    number(list.length, 4),
    number(offset, 4),
    Buffer.alloc(2),
  ]);
}

/** What the local header and the directory say alike, from the version needed to the length of the extra field. */
function commonFields({ size, crc32, at }: StoredPart, nameLength: number): Buffer {
  const { year, month, day, hour, minute } = beijing(at);
  return Buffer.concat([
    number(version, 2),
    number(utf8, 2),
    number(0, 2),
    number((hour << 11) | (minute << 5), 2),
    number(((year - 1980) << 9) | (month << 5) | day, 2),
    number(crc32, 4),
    number(size, 4),
    number(size, 4),
    number(nameLength, 2),
    number(0, 2),
  ]);
}

/** No comment, first disk, no attributes, and where the part begins. */
const centralFields = (offset: number): Buffer => Buffer.concat([Buffer.alloc(10), number(offset, 4)]);

const signature = (value: number): Buffer => number(value, 4);

function number(value: number, bytes: 2 | 4): Buffer {
  const field = Buffer.alloc(bytes);
  if (bytes === 2) field.writeUInt16LE(value);
  else field.writeUInt32LE(value >>> 0);
  return field;
}

/** Names that differ also where case does not count: a second 报价.pdf becomes 报价 (2).pdf. */
export function distinctNames(names: readonly string[]): string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    const dot = name.lastIndexOf('.');
    const [stem, end] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
    let given = name;
    for (let n = 2; taken.has(given.toLowerCase()); n += 1) given = `${stem} (${n})${end}`;
    taken.add(given.toLowerCase());
    return given;
  });
}
