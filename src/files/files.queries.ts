import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { ConsistencyCheck } from '../ledger/consistency-checks';
import type { SealedRecord } from '../ledger/sealed-records';
import { sealedTable } from '../ledger/sealed-records';
import { FileVault } from './file-vault';
import { sealFile, StoredFile } from './stored-file.entity';

/** Reading attachments. Whoever lists them has already decided that the subject may be seen. */
@Injectable()
export class FilesQueries {
  constructor(private readonly reader: Reader) {}

  ofSubject(type: string, id: string, source: Source = this.reader): Promise<StoredFile[]> {
    return source.find(StoredFile, sql`where subject_type = ${type} and subject_id = ${id} order by id`);
  }
}

export const sealedFiles: SealedRecord = sealedTable('file', StoredFile, sealFile);

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
