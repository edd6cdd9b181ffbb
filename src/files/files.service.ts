import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger, LedgerActor } from '../ledger/ledger';
import { checkContent } from './content-check';
import { displayName, isDisguised } from './file-name';
import { kindOfName, mediaTypes } from './file-kinds';
import { MOST_BYTES_TOGETHER, refuseFile } from './file-refusals';
import { FileReaders } from './file-readers';
import { FileVault } from './file-vault';
import { sealFile, StoredFile } from './stored-file.entity';

/** A file that was checked and lies in its place, but belongs to nothing yet. */
export type ReceivedFile = Pick<StoredFile, 'sha256' | 'name' | 'mediaType' | 'size'>;

/** What a file is attached to, and by whom. */
export interface FileOwner {
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: LedgerActor;
}

const mostFiles = 50;

/** A file to be sent; without bytes when they are missing or no longer those that were uploaded. */
export interface OpenedFile {
  readonly file: StoredFile;
  readonly bytes: Readable | null;
}

/** Attachments: taken in and checked outside any unit of work, then recorded inside one. */
@Injectable()
export class FilesService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly vault: FileVault,
    private readonly readers: FileReaders,
  ) {}

  /** Takes a file in and records it. @throws FileTooLarge (413), Refused (422) saying what is wrong with it */
  async store(source: Readable | Buffer, name: string, owner: FileOwner): Promise<StoredFile> {
    const received = await this.receive(source, name);
    return this.work.run((tx) => this.record(tx, received, owner));
  }

  /**
   * Takes the bytes in, checks them by name and content, and flushes them to disk. Slow: never call it inside a
   * unit of work. A received file that is never recorded is swept away later.
   * @throws FileTooLarge (413), Refused (422)
   */
  async receive(source: Readable | Buffer, rawName: string): Promise<ReceivedFile> {
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
      await this.vault.keep(incoming);
    } catch (error) {
      await this.vault.discard(incoming);
      throw error;
    }
    const mediaType = kind === null ? '' : mediaTypes[kind];
    return { sha256: incoming.sha256, name, mediaType, size: incoming.size };
  }

  /** Attaches a received file. @throws Refused (422) beyond 100 MB or 50 files of one subject */
  async record(tx: Tx, received: ReceivedFile, { subject, actor }: FileOwner): Promise<StoredFile> {
    await this.lockSubject(tx, subject);
    const present = await tx.one<{ count: number; bytes: number }>(
      sql`select cast(count(*) as integer) as count, cast(coalesce(sum(size), 0) as integer) as bytes
          from stored_file where subject_type = ${subject.type} and subject_id = ${subject.id}`,
    );
    const bytes = (present?.bytes ?? 0) + received.size;
    if (bytes > MOST_BYTES_TOGETHER)
      throw refuseFile('filesTooLarge', { mb: MOST_BYTES_TOGETHER / 1024 / 1024 });
    if ((present?.count ?? 0) >= mostFiles) throw refuseFile('filesTooMany', { most: mostFiles });
    const file: StoredFile = {
      ...received,
      id: this.ids.next(),
      subjectType: subject.type,
      subjectId: subject.id,
      uploadedBy: actor.personId,
      uploadedAt: this.clock.now(),
    };
    await tx.insert(StoredFile, file);
    const facts = {
      subject: `${subject.type} ${subject.id}`,
      name: file.name,
      size: file.size,
      sha256: file.sha256,
    };
    await this.ledger.seal(tx, 'file', file.id, sealFile(file), { kind: 'file.stored', actor, facts });
    return file;
  }

  /** Takes an attachment away. Its bytes go with the next sweep unless another attachment has the same. */
  async remove(tx: Tx, id: string, actor: LedgerActor): Promise<boolean> {
    const removed = await tx.run(sql`delete from stored_file where id = ${id}`);
    if (removed === 0) return false;
    await this.ledger.append(tx, { kind: 'file.removed', actor, subject: { type: 'file', id } });
    return true;
  }

  /**
   * The file and its bytes for somebody who may read it; `bytes` is null when they are no longer those that were
   * uploaded. @throws Refused (404) for an unknown file and for one the viewer may not read alike
   */
  async open(viewer: Viewer, id: string): Promise<OpenedFile> {
    const file = await this.reader.findOne(StoredFile, sql`where id = ${id}`);
    if (!file || !(await this.readers.mayRead(viewer, file))) throw new Refused(refuse('notFound'), 404);
    return this.opened(file);
  }

  /**
   * The same for a feature that has decided by itself that whoever asks may read the files of this subject.
   * @throws Refused (404) for a file of another subject
   */
  async openOf(subject: { type: string; id: string }, id: string): Promise<OpenedFile> {
    const file = await this.reader.findOne(
      StoredFile,
      sql`where id = ${id} and subject_type = ${subject.type} and subject_id = ${subject.id}`,
    );
    if (!file) throw new Refused(refuse('notFound'), 404);
    return this.opened(file);
  }

  private async opened(file: StoredFile): Promise<OpenedFile> {
    const intact = await this.vault.isIntact(file.sha256, file.size);
    return { file, bytes: intact ? this.vault.stream(file.sha256) : null };
  }

  /** Removes bytes that belong to no attachment and have lain for an hour. @returns how many files */
  async sweep(): Promise<number> {
    let removed = 0;
    for (const sha256 of await this.vault.settled()) {
      if (await this.reader.one(sql`select id from stored_file where sha256 = ${sha256} limit 1`)) continue;
      await this.vault.remove(sha256);
      removed += 1;
    }
    return removed;
  }

  /** Uploads to one subject take turns, so that many at once cannot pass the limit together. */
  private async lockSubject(tx: Tx, subject: { type: string; id: string }): Promise<void> {
    if (tx.dialect !== 'postgres') return;
    const number = createHash('sha256').update(`${subject.type} ${subject.id}`).digest().readInt32BE();
    await tx.rows(sql`select pg_advisory_xact_lock(${number})`);
  }
}
