import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { Ledger, type LedgerActor, type LedgerFacts } from '../ledger/ledger';
import { FileScan, sealScan } from './file-scan.entity';
import { FileVault } from './file-vault';
import { VirusScanner, type ScanVerdict } from './virus-scanner';

const program: LedgerActor = { personId: null, label: '系统（病毒扫描）' };
const acts = { waiting: 'file.quarantined', clean: 'file.scanned', infected: 'file.infected' } as const;

/** Of one run of the job: enough for an evening's uploads, and little enough to end before the next run. */
const mostAtOnce = 200;

/** What the virus scanner says of attachments: at the upload, and later of those it could not be asked about. */
@Injectable()
export class FileScans {
  constructor(
    private readonly work: UnitOfWork,
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly vault: FileVault,
    private readonly scanner: VirusScanner,
  ) {}

  /** Within the caller's unit; in place of what was said before. */
  async record(
    tx: Tx,
    fileId: string,
    { state, found }: ScanVerdict,
    actor: LedgerActor = program,
  ): Promise<void> {
    const scan: FileScan = { id: fileId, state, found, at: this.clock.now() };
    const changed = await tx.update(FileScan, scan, sql`id = ${fileId}`);
    if (changed === 0) await tx.insert(FileScan, scan);
    const facts: LedgerFacts = found === null ? {} : { found };
    await this.ledger.seal(tx, 'fileScan', fileId, sealScan(scan), { kind: acts[state], actor, facts });
  }

  /** Within the caller's unit, before the attachment itself goes. */
  async forget(tx: Tx, fileId: string, actor: LedgerActor): Promise<void> {
    if ((await tx.run(sql`delete from file_scan where id = ${fileId}`)) === 0) return;
    const subject = { type: 'fileScan', id: fileId };
    await this.ledger.append(tx, { kind: 'fileScan.removed', actor, subject });
  }

  /**
   * Scans what waits for the scanner, then what was uploaded before there was one, the oldest first. Stops at the
   * first file that the scanner cannot be asked about.
   * @returns how many it was asked about
   */
  async rescan(): Promise<number> {
    if (!this.scanner.isConfigured) return 0;
    const files = await this.reader.rows<{ id: string; sha256: string }>(
      sql`select stored_file.id, stored_file.sha256 from stored_file
          left join file_scan on file_scan.id = stored_file.id
          where file_scan.id is null or file_scan.state = 'waiting'
          order by case when file_scan.id is null then 1 else 0 end, stored_file.id limit ${mostAtOnce}`,
    );
    let asked = 0;
    for (const { id, sha256 } of files) {
      const path = await this.vault.pathIfPresent(sha256);
      if (path === null) continue;
      const verdict = await this.scanner.scan(path);
      if (verdict === null || verdict.state === 'waiting') return asked;
      await this.work.run(async (tx) => {
        const stays = await tx.one(sql`select id from stored_file where id = ${id}${tx.forUpdate}`);
        if (stays) await this.record(tx, id, verdict);
      });
      asked += 1;
    }
    return asked;
  }
}
