import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { UnitOfWork } from '../database/unit-of-work';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { FileAlert } from './file-alert.entity';
import type { StoredFile } from './stored-file.entity';

const program: LedgerActor = { personId: null, label: '系统（下载前核验）' };

/** Tells the secretariat of attachments that are no longer what was uploaded. */
@Injectable()
export class FileAlerts {
  private readonly log = new Logger('files');

  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
  ) {}

  /** Stands on the secretariat's desk until the right bytes are back; the first time also in the ledger. */
  async raise(file: StoredFile): Promise<void> {
    this.log.error(`file ${file.id} is missing or was changed on disk; the download was refused`);
    const now = this.clock.now();
    await this.work.run(async (tx) => {
      const before = await tx.findOne(FileAlert, sql`where id = ${file.id}${tx.forUpdate}`);
      if (before !== null) {
        await tx.update(FileAlert, { lastAt: now, times: before.times + 1 }, sql`id = ${file.id}`);
        return;
      }
      await tx.insert(FileAlert, { id: file.id, firstAt: now, lastAt: now, times: 1 });
      const subject = { type: 'file', id: file.id };
      await this.ledger.append(tx, { kind: 'file.foundAltered', actor: program, subject });
    });
  }

  /** The bytes are right: an alert about them is over. Reads first, because there hardly ever is one. */
  async settle(fileId: string): Promise<void> {
    if ((await this.reader.findOne(FileAlert, sql`where id = ${fileId}`)) === null) return;
    await this.work.run(async (tx) => {
      if ((await tx.run(sql`delete from file_alert where id = ${fileId}`)) === 0) return;
      const subject = { type: 'file', id: fileId };
      await this.ledger.append(tx, { kind: 'file.foundRight', actor: program, subject });
    });
  }
}
