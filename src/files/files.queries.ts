import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import type { SealedRecord } from '../ledger/sealed-records';
import { sealedTable } from '../ledger/sealed-records';
import type { Instant } from '../domain/shared/instant';
import { FileScan, sealScan, type ScanState } from './file-scan.entity';
import { FileVault } from './file-vault';
import { sealFile, StoredFile } from './stored-file.entity';

/** Why the virus scanner keeps an attachment back. */
export type KeptBack = Exclude<ScanState, 'clean'>;

/** An attachment that is given to nobody, and why. */
export interface TroubledFile {
  readonly id: string;
  readonly name: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly scanState: KeptBack | null;
  readonly found: string | null;
  /** When it was last found to be something else than what was uploaded. */
  readonly alteredAt: Instant | null;
}

/** Reading attachments. Whoever lists them has already decided that the subject may be seen. */
@Injectable()
export class FilesQueries {
  constructor(private readonly reader: Reader) {}

  /** What the people who run the office must know of: attachments altered on disk, infected, or not scanned yet. */
  troubled(most: number): Promise<TroubledFile[]> {
    return this.reader.rows<TroubledFile>(
      sql`select stored_file.id, stored_file.name, stored_file.subject_type as "subjectType",
            stored_file.subject_id as "subjectId", file_scan.state as "scanState", file_scan.found,
            file_alert.last_at as "alteredAt"
          from stored_file left join file_scan on file_scan.id = stored_file.id and file_scan.state <> 'clean'
            left join file_alert on file_alert.id = stored_file.id
          where stored_file.id in (select id from file_alert)
            or stored_file.id in (select id from file_scan where state in ('waiting', 'infected'))
          order by case when file_alert.id is null then 1 else 0 end, stored_file.id desc limit ${most}`,
    );
  }

  ofSubject(type: string, id: string, source: Source = this.reader): Promise<StoredFile[]> {
    return source.find(StoredFile, sql`where subject_type = ${type} and subject_id = ${id} order by id`);
  }
}

export const sealedFiles: SealedRecord = sealedTable('file', StoredFile, sealFile);
export const sealedScans: SealedRecord = sealedTable('fileScan', FileScan, sealScan);

/** What the scanner keeps back is kept back, as long as the access log remembers; and an alert is not made up. */
export const keptBackStaysBack: ConsistencyCheck = {
  name: 'no attachment was handed out while the virus scanner kept it back, and each alert stands in the ledger',
  async run(source) {
    const given = await source.rows<{ id: string }>(
      sql`select file_scan.id from file_scan join access_record on access_record.subject_id = file_scan.id
            and access_record.subject_type = 'file' and access_record.kind in ('download', 'export')
            and access_record.at > file_scan.at
          where file_scan.state <> 'clean' order by file_scan.id limit 50`,
    );
    const silent = await source.rows<{ id: string }>(
      sql`select file_alert.id from file_alert where not exists (select 1 from ledger_entry
            where ledger_entry.subject_type = 'file' and ledger_entry.subject_id = file_alert.id
              and ledger_entry.kind = 'file.foundAltered') order by file_alert.id limit 50`,
    );
    return [
      ...given.map(({ id }) => `file ${id} was handed out although the virus scanner keeps it back`),
      ...silent.map(({ id }) => `file ${id} has an alert that the ledger does not know`),
    ];
  },
};

/** Every attachment's bytes against the hash that was recorded when it was uploaded. */
export function filesIntact(vault: FileVault): ConsistencyCheck {
  return {
    name: 'attachments on disk are as they were uploaded',
    async run(source) {
      const wrong: string[] = [];
      for (let after = ''; ;) {
        const files = await source.find(StoredFile, sql`where id > ${after} order by id limit 200`);
        for (const file of files) {
          if (!(await vault.isIntact(file.sha256, file.size))) {
            wrong.push(
              `file ${file.id} (${file.subjectType} ${file.subjectId}) is missing or was changed on disk`,
            );
          }
        }
        const last = files.at(-1);
        if (!last) return wrong;
        after = last.id;
      }
    },
  };
}
