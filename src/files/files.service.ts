import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger, LedgerActor } from '../ledger/ledger';
import { FileAlerts } from './file-alerts.service';
import { FileIntake, type ReceivedFile } from './file-intake.service';
import type { FileLimits, FileUse } from './file-limits';
import { MOST_BYTES_TOGETHER, refuseFile } from './file-refusals';
import { FileReaders } from './file-readers';
import { FileScan } from './file-scan.entity';
import { FileScans } from './file-scans.service';
import { FileVault } from './file-vault';
import { sealFile, StoredFile } from './stored-file.entity';

export type { ReceivedFile } from './file-intake.service';

/** What a file is attached to, and by whom; `limits` where the city has set others than those of the lead form. */
export interface FileOwner {
  readonly subject: { readonly type: string; readonly id: string };
  readonly actor: LedgerActor;
  readonly limits?: FileLimits;
}

const megabyte = 1024 * 1024;
const mostFiles = 50;

/** A file to be sent, its bytes just proved to be those that were uploaded. */
export interface OpenedFile {
  readonly file: StoredFile;
  /** Of the bytes, as archives state it. */
  readonly crc32: number;
  readonly bytes: () => Readable;
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
    private readonly intake: FileIntake,
    private readonly scans: FileScans,
    private readonly alerts: FileAlerts,
  ) {}

  /** Takes a file in and records it. @throws FileTooLarge (413), Refused (422) saying what is wrong with it */
  async store(source: Readable | Buffer, name: string, owner: FileOwner): Promise<StoredFile> {
    const received = await this.receive(source, name);
    return this.work.run((tx) => this.record(tx, received, owner));
  }

  /** `FileIntake.take` and `place` in one. Slow: never call it inside a unit of work. */
  async receive(source: Readable | Buffer, rawName: string): Promise<ReceivedFile> {
    return this.intake.place(await this.intake.take(source, rawName));
  }

  /** Attaches a received file. @throws Refused (422) beyond what the subject or the person may have */
  async record(tx: Tx, received: ReceivedFile, { subject, actor, limits }: FileOwner): Promise<StoredFile> {
    if (limits && actor.personId !== null)
      await this.checkPerson(tx, received, subject.type, actor.personId, limits);
    await this.checkSubject(tx, received, subject, limits);
    const { scan, sha256, name, mediaType, size } = received;
    const file: StoredFile = {
      id: this.ids.next(),
      sha256,
      name,
      mediaType,
      size,
      subjectType: subject.type,
      subjectId: subject.id,
      uploadedBy: actor.personId,
      uploadedAt: this.clock.now(),
    };
    await tx.insert(StoredFile, file);
    const facts = { subject: `${subject.type} ${subject.id}`, name, size, sha256 };
    await this.ledger.seal(tx, 'file', file.id, sealFile(file), { kind: 'file.stored', actor, facts });
    if (scan) await this.scans.record(tx, file.id, scan, actor);
    return file;
  }

  /** What a person has attached to subjects of a type so far. */
  async usedBy(source: Source, subjectType: string, personId: string): Promise<FileUse> {
    const row = await source.one<Record<'files' | 'bytes', number | string>>(
      sql`select count(*) as files, coalesce(sum(size), 0) as bytes from stored_file
          where uploaded_by = ${personId} and subject_type = ${subjectType}`,
    );
    return { files: Number(row?.files ?? 0), bytes: Number(row?.bytes ?? 0) };
  }

  /** Takes an attachment away. Its bytes go with the next sweep unless another attachment has the same. */
  async remove(tx: Tx, id: string, actor: LedgerActor): Promise<boolean> {
    await this.scans.forget(tx, id, actor);
    await tx.run(sql`delete from file_alert where id = ${id}`);
    const removed = await tx.run(sql`delete from stored_file where id = ${id}`);
    if (removed === 0) return false;
    await this.ledger.append(tx, { kind: 'file.removed', actor, subject: { type: 'file', id } });
    return true;
  }

  /**
   * A file for somebody who may read it.
   * @throws Refused (404) for an unknown file and for one the viewer may not read alike; (409) for one that the virus
   * scanner keeps back, and for one whose bytes are no longer those that were uploaded
   */
  async open(viewer: Viewer, id: string): Promise<OpenedFile> {
    const file = await this.reader.findOne(StoredFile, sql`where id = ${id}`);
    if (!file) throw new Refused(refuse('notFound'), 404);
    if (!(await this.readers.mayRead(viewer, file)))
      throw new Refused(refuse('notFound'), 404, { type: 'file', id });
    return this.opened(file);
  }

  /**
   * The same for a feature that has decided by itself that whoever asks may read the files of this subject.
   * @throws Refused (404) for a file of another subject; (409) as `open`
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
    const scan = await this.reader.findOne(FileScan, sql`where id = ${file.id}`);
    if (scan && scan.state !== 'clean')
      throw new Refused(refuse(scan.state === 'waiting' ? 'fileWaiting' : 'fileWithheld'), 409);
    const crc32 = await this.vault.checksum(file.sha256, file.size);
    if (crc32 === null) {
      await this.alerts.raise(file);
      throw new Refused(refuse('fileAltered'), 409);
    }
    await this.alerts.settle(file.id);
    return { file, crc32, bytes: () => this.vault.stream(file.sha256) };
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

  private async checkPerson(
    tx: Tx,
    { size }: ReceivedFile,
    subjectType: string,
    personId: string,
    { personFiles, personBytes }: FileLimits,
  ): Promise<void> {
    await this.takeTurns(tx, `person ${personId}`);
    const used = await this.usedBy(tx, subjectType, personId);
    if (used.files >= personFiles) throw refuseFile('quotaFiles', { most: personFiles });
    if (used.bytes + size > personBytes) throw refuseFile('quotaBytes', { mb: personBytes / megabyte });
  }

  private async checkSubject(
    tx: Tx,
    { size }: ReceivedFile,
    subject: FileOwner['subject'],
    limits: FileLimits | undefined,
  ): Promise<void> {
    const { subjectFiles = mostFiles, subjectBytes = MOST_BYTES_TOGETHER } = limits ?? {};
    await this.takeTurns(tx, `${subject.type} ${subject.id}`);
    const present = await tx.one<{ count: number; bytes: number }>(
      sql`select cast(count(*) as integer) as count, cast(coalesce(sum(size), 0) as integer) as bytes
          from stored_file where subject_type = ${subject.type} and subject_id = ${subject.id}`,
    );
    if ((present?.bytes ?? 0) + size > subjectBytes)
      throw refuseFile('filesTooLarge', { mb: subjectBytes / megabyte });
    if ((present?.count ?? 0) >= subjectFiles) throw refuseFile('filesTooMany', { most: subjectFiles });
  }

  /** Uploads to one subject, or of one person, go one after the other, so that many at once pass no limit together. */
  private async takeTurns(tx: Tx, what: string): Promise<void> {
    if (tx.dialect !== 'postgres') return;
    const number = createHash('sha256').update(what).digest().readInt32BE();
    await tx.rows(sql`select pg_advisory_xact_lock(${number})`);
  }
}
