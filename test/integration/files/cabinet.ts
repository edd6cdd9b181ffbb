import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetClock } from '../../../src/clock/clock';
import { Ids } from '../../../src/clock/ids';
import { SecureRandomness } from '../../../src/clock/randomness';
import { readConfig } from '../../../src/config/config';
import type { Dialect } from '../../../src/database/sql';
import type { Viewer } from '../../../src/domain/access/viewer';
import { FileReaders } from '../../../src/files/file-readers';
import { FileVault } from '../../../src/files/file-vault';
import { filesIntact, sealedFiles } from '../../../src/files/files.queries';
import { FilesService } from '../../../src/files/files.service';
import { ConsistencyChecks } from '../../../src/ledger/consistency-checks';
import { Ledger } from '../../../src/ledger/ledger';
import { SealedRecords } from '../../../src/ledger/sealed-records';
import { Verifier } from '../../../src/ledger/verifier';
import { openTestDatabase, TestDatabase } from '../../support/databases';

/** The files feature over a fresh database and a folder of its own. */
export interface Cabinet {
  database: TestDatabase;
  files: FilesService;
  vault: FileVault;
  readers: FileReaders;
  verifier: Verifier;
  folder: string;
  /** Paths of everything on disk, relative to the folder. */
  onDisk(): string[];
}

export const scout: Viewer = {
  personId: '01h0000000000000000000000p',
  account: 'scout-01',
  name: '顾明',
  unitId: '01h0000000000000000000000u',
  unitName: '市工商联',
  roles: ['scout'],
  locale: 'zh-CN',
};

export const owner = {
  subject: { type: 'lead', id: '01h0000000000000000000000a' },
  actor: { personId: scout.personId, label: '顾明（市工商联）' },
};

export async function openCabinet(dialect: Dialect): Promise<Cabinet> {
  const database = await openTestDatabase(dialect);
  const dataDir = mkdtempSync(join(process.env['TEST_FOLDER'] ?? '', 'files-'));
  const clock = new SetClock('2026-03-05T02:12:00.000Z');
  const ids = new Ids(clock, new SecureRandomness());
  const config = readConfig({
    MODE: 'test',
    BASE_URL: 'https://yushen.example.gov.cn',
    SECRET_KEY: 'a test key of more than thirty-two bytes',
    MAIL_URL: 'mailbox:',
    DATA_DIR: dataDir,
  });
  const vault = new FileVault(config, ids);
  const readers = new FileReaders();
  const ledger = new Ledger(clock, ids);
  const files = new FilesService(database.work, database.reader, clock, ids, ledger, vault, readers);
  const records = new SealedRecords();
  records.register(sealedFiles);
  const checks = new ConsistencyChecks();
  checks.register(filesIntact(vault));
  const folder = join(dataDir, 'files');
  return {
    database,
    files,
    vault,
    readers,
    verifier: new Verifier(records, checks),
    folder,
    onDisk: () => listed(folder),
  };
}

function listed(folder: string): string[] {
  try {
    const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
    return entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  } catch {
    return [];
  }
}
