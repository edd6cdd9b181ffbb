import type { Readable } from 'node:stream';
import { Injectable, Logger } from '@nestjs/common';
import { checkContent } from './content-check';
import { displayName, isDisguised } from './file-name';
import { kindOfName, mediaTypes } from './file-kinds';
import { refuseFile } from './file-refusals';
import { FileVault, type Incoming } from './file-vault';
import type { StoredFile } from './stored-file.entity';
import { VirusScanner, type ScanVerdict } from './virus-scanner';

/** A file that was checked and lies in its place, but belongs to nothing yet. */
export type ReceivedFile = Pick<StoredFile, 'sha256' | 'name' | 'mediaType' | 'size'> & {
  /** Null where there is no scanner. */
  readonly scan: ScanVerdict | null;
};

/** A file that was checked and has no place yet: it has to be placed or discarded. */
export interface TakenFile extends ReceivedFile {
  readonly incoming: Incoming;
}

/** Takes bytes in and looks at them before anything is recorded. Slow: never inside a unit of work. */
@Injectable()
export class FileIntake {
  private readonly log = new Logger('files');

  constructor(
    private readonly vault: FileVault,
    private readonly scanner: VirusScanner,
  ) {}

  /**
   * Takes the bytes in, checks them by name and content, has them scanned, and flushes them to disk.
   * @throws FileTooLarge (413), Refused (422) saying what is wrong with it; nothing is left behind then
   */
  async take(source: Readable | Buffer, rawName: string): Promise<TakenFile> {
    const name = displayName(rawName);
    const kind = kindOfName(name);
    const refused = isDisguised(rawName)
      ? refuseFile('fileName')
      : kind === null
        ? refuseFile('fileKind')
        : null;
    // The stream has to be read to its end either way: behind it the next part of the form waits.
    const incoming = await this.vault.receive(source);
    try {
      if (refused) throw refused;
      if (incoming.size === 0) throw refuseFile('fileEmpty');
      if (kind !== null) await checkContent(incoming.path, kind);
      const scan = await this.scanner.scan(incoming.path);
      if (scan?.state === 'infected') {
        this.log.warn(`an upload was refused, the virus scanner found ${scan.found} (${incoming.sha256})`);
        throw refuseFile('fileInfected', { found: scan.found ?? '' });
      }
      const mediaType = kind === null ? '' : mediaTypes[kind];
      return { sha256: incoming.sha256, name, mediaType, size: incoming.size, scan, incoming };
    } catch (error) {
      await this.vault.discard(incoming);
      throw error;
    }
  }

  /** Gives it its place. What is then never recorded is swept away later. */
  async place({ incoming, ...received }: TakenFile): Promise<ReceivedFile> {
    await this.vault.keep(incoming);
    return received;
  }

  async discard({ incoming }: TakenFile): Promise<void> {
    await this.vault.discard(incoming);
  }
}
