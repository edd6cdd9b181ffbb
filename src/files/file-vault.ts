import { createHash } from 'node:crypto';
import { createReadStream, ReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { crc32 } from 'node:zlib';
import { Injectable } from '@nestjs/common';
import { Ids } from '../clock/ids';
import { Config } from '../config/config';
import { FileTooLarge, MOST_BYTES } from './file-refusals';

/** Bytes that have arrived but have no place yet. */
export interface Incoming {
  readonly path: string;
  readonly sha256: string;
  readonly size: number;
}

const abandonedAfterMs = 60 * 60_000;

/**
 * Files by the hash of their content, under DATA_DIR/files. A file is written aside, flushed to disk and then
 * renamed, so that under its hash lies all of it or nothing. No name that a person gave is ever part of a path.
 */
@Injectable()
export class FileVault {
  private readonly folder: string;
  private readonly incoming: string;

  constructor(
    config: Config,
    private readonly ids: Ids,
  ) {
    this.folder = join(config.DATA_DIR, 'files');
    this.incoming = join(this.folder, 'incoming');
  }

  /** Takes bytes in. The caller has to `keep` or `discard` them. @throws FileTooLarge; nothing is left behind then */
  async receive(source: Readable | Buffer): Promise<Incoming> {
    await mkdir(this.incoming, { recursive: true });
    const path = join(this.incoming, this.ids.next());
    const file = await open(path, 'wx');
    const hash = createHash('sha256');
    let size = 0;
    try {
      for await (const chunk of (Buffer.isBuffer(source) ? [source] : source) as AsyncIterable<Buffer>) {
        size += chunk.length;
        if (size > MOST_BYTES) throw new FileTooLarge();
        hash.update(chunk);
        await file.writeFile(chunk);
      }
      if ((source as { truncated?: boolean }).truncated) throw new FileTooLarge();
      await file.sync();
      await file.close();
    } catch (error) {
      await file.close();
      await this.discard({ path });
      throw error;
    }
    return { path, sha256: hash.digest('hex'), size };
  }

  /** Gives received bytes their place; the same bytes may lie there already. */
  async keep({ path, sha256 }: Incoming): Promise<void> {
    const folder = join(this.folder, sha256.slice(0, 2));
    await mkdir(folder, { recursive: true });
    await rename(path, join(folder, sha256));
    // The new name itself has to survive a power loss.
    const directory = await open(folder, 'r');
    await directory.sync().finally(() => directory.close());
  }

  async discard({ path }: Pick<Incoming, 'path'>): Promise<void> {
    await rm(path, { force: true });
  }

  /** The CRC-32 of the bytes under a hash, or null when they are no longer those bytes. */
  async checksum(sha256: string, size: number): Promise<number | null> {
    try {
      if ((await stat(this.path(sha256))).size !== size) return null;
      const hash = createHash('sha256');
      let checksum = 0;
      for await (const chunk of this.stream(sha256)) {
        hash.update(chunk as Buffer);
        checksum = crc32(chunk as Buffer, checksum);
      }
      return hash.digest('hex') === sha256 ? checksum : null;
    } catch {
      return null;
    }
  }

  async isIntact(sha256: string, size: number): Promise<boolean> {
    return (await this.checksum(sha256, size)) !== null;
  }

  /** Where the bytes lie, or null when they do not. */
  async pathIfPresent(sha256: string): Promise<string | null> {
    const path = this.path(sha256);
    return access(path).then(
      () => path,
      () => null,
    );
  }

  stream(sha256: string): ReadStream {
    return createReadStream(this.path(sha256));
  }

  /** Hashes of all files older than an hour, and removes uploads that were abandoned as long ago. */
  async settled(): Promise<string[]> {
    const hashes: string[] = [];
    const now = await this.fileSystemTime();
    for (const group of await namesIn(this.folder)) {
      for (const name of await namesIn(join(this.folder, group))) {
        const path = join(this.folder, group, name);
        const { mtimeMs } = await stat(path);
        if (now - mtimeMs < abandonedAfterMs) continue;
        if (group === 'incoming') await rm(path, { force: true });
        else hashes.push(name);
      }
    }
    return hashes;
  }

  async remove(sha256: string): Promise<void> {
    await rm(this.path(sha256), { force: true });
  }

  /** The disk's own time, against which the age of its files is right whatever our clock is set to. */
  private async fileSystemTime(): Promise<number> {
    const { path } = await this.receive(Buffer.from('now'));
    const { mtimeMs } = await stat(path);
    await this.discard({ path });
    return mtimeMs;
  }

  private path(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('not a SHA-256');
    return join(this.folder, sha256.slice(0, 2), sha256);
  }
}

async function namesIn(folder: string): Promise<string[]> {
  return readdir(folder).catch(() => []);
}
