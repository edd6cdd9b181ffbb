import { FileHandle, open } from 'node:fs/promises';
import { refuseFile } from './file-refusals';
import { FileKind, officeParts } from './file-kinds';
import { imagePixels } from './image-size';
import { EntityWatch, isTwofold } from './disguise';
import { BadZip, provePart, zipParts } from './zip-parts';

const mostPixels = 100_000_000;
/** Enough for the signature of any kind and for the size of an image behind its metadata. */
const headBytes = 512 * 1024;

const signatures: Readonly<Record<FileKind, Buffer>> = {
  pdf: Buffer.from('%PDF-'),
  docx: Buffer.from([0x50, 0x4b, 3, 4]),
  xlsx: Buffer.from([0x50, 0x4b, 3, 4]),
  pptx: Buffer.from([0x50, 0x4b, 3, 4]),
  jpg: Buffer.from([0xff, 0xd8, 0xff]),
  png: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
};

/**
 * Refuses a file whose content is not of the kind that its name promises, or that would harm whoever opens it:
 * macros, archives that burst, entities, images too large to draw. Reads in pieces and never unpacks into memory.
 * @throws Refused
 */
export async function checkContent(path: string, kind: FileKind): Promise<void> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    const { buffer, bytesRead } = await file.read(Buffer.alloc(Math.min(size, headBytes)), 0, undefined, 0);
    const head = buffer.subarray(0, bytesRead);
    if (!head.subarray(0, signatures[kind].length).equals(signatures[kind]))
      throw refuseFile('fileContent', { kind });
    if (await isTwofold(file, size, head, kind)) throw refuseFile('fileTwofold');
    if (kind === 'docx' || kind === 'xlsx' || kind === 'pptx') await checkOffice(file, size, kind);
    if (kind === 'jpg' || kind === 'png') checkImage(head, kind);
  } finally {
    await file.close();
  }
}

async function checkOffice(file: FileHandle, size: number, kind: 'docx' | 'xlsx' | 'pptx'): Promise<void> {
  try {
    const parts = await zipParts(file, size);
    const names = new Set(parts.map(({ name }) => name));
    if (!names.has('[Content_Types].xml') || !names.has(officeParts[kind]))
      throw refuseFile('fileContent', { kind });
    if (parts.some(({ name }) => /vbaproject\.bin$/i.test(name))) throw refuseFile('fileMacro');
    if (parts.some(({ name }) => /\.(zip|jar|7z|rar|exe|dll|js|vbs|bat)$/i.test(name)))
      throw refuseFile('fileUnsafe');
    for (const part of parts) {
      if (part.name.endsWith('/')) continue;
      const watch = new EntityWatch();
      const isMarkup = /\.(xml|rels|vml|svg)$/i.test(part.name);
      await provePart(file, part, isMarkup ? (chunk) => watch.see(chunk) : undefined);
      if (watch.found) throw refuseFile('fileUnsafe');
    }
  } catch (error) {
    throw error instanceof BadZip ? refuseFile('fileUnsafe') : error;
  }
}

function checkImage(head: Buffer, kind: 'jpg' | 'png'): void {
  const pixels = imagePixels(head, kind);
  if (pixels === null) throw refuseFile('fileContent', { kind });
  if (pixels > mostPixels) throw refuseFile('fileUnsafe');
}
