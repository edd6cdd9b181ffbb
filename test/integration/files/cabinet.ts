import { Logger } from '@nestjs/common';
import { mkdtempSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { SetClock } from '../../../src/clock/clock';
import { Ids } from '../../../src/clock/ids';
import { SecureRandomness } from '../../../src/clock/randomness';
import { readConfig } from '../../../src/config/config';
import type { Dialect } from '../../../src/database/sql';
import type { Viewer } from '../../../src/domain/access/viewer';
import { FileAlerts } from '../../../src/files/file-alerts.service';
import { FileIntake } from '../../../src/files/file-intake.service';
import { FileReaders } from '../../../src/files/file-readers';
import { FileScans } from '../../../src/files/file-scans.service';
import { FileVault } from '../../../src/files/file-vault';
import { filesIntact, keptBackStaysBack, sealedFiles, sealedScans } from '../../../src/files/files.queries';
import { FilesService } from '../../../src/files/files.service';
import { VirusScanner } from '../../../src/files/virus-scanner';
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
  scans: FileScans;
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

/** What it logs is asked for by the tests themselves. */
Logger.overrideLogger(false);

export async function openCabinet(
  dialect: Dialect,
  environment: Record<string, string> = {},
): Promise<Cabinet> {
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
    ...environment,
  });
  const vault = new FileVault(config, ids);
  const readers = new FileReaders();
  const ledger = new Ledger(clock, ids);
  const { work, reader } = database;
  const scanner = new VirusScanner(config);
  const scans = new FileScans(work, reader, clock, ledger, vault, scanner);
  const alerts = new FileAlerts(work, reader, clock, ledger);
  const intake = new FileIntake(vault, scanner);
  const files = new FilesService(work, reader, clock, ids, ledger, vault, readers, intake, scans, alerts);
  const records = new SealedRecords();
  records.register(sealedFiles);
  records.register(sealedScans);
  const checks = new ConsistencyChecks();
  checks.register(filesIntact(vault));
  checks.register(keptBackStaysBack);
  const folder = join(dataDir, 'files');
  return {
    database,
    files,
    vault,
    readers,
    scans,
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
