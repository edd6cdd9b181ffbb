import Database from 'better-sqlite3';
import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readdirSync } from 'node:fs';
import { copyFile, mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { flush } from '../ops/sqlite-snapshot';

/** The parts of a backup folder. */
export const parts = { database: 'yushen.db', files: 'files', manifest: 'manifest.json' } as const;

/** What a backup says of itself, so that a restore can tell whether it is whole. */
export interface Manifest {
  readonly format: 'yushen-backup-1';
  readonly madeAt: string;
  readonly database: { readonly sha256: string; readonly bytes: number };
  readonly attachments: number;
  /** Where the ledger ended; compare it with a mailed or printed head. */
  readonly ledger: { readonly seq: number; readonly hash: string };
}

export async function sha256Of(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('hex');
}

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const path = join(folder, parts.manifest);
  await writeFile(path, `${JSON.stringify(manifest, null, 2)}\n`);
  await flush(path);
}

/** @returns null where the folder holds no backup of ours */
export async function readManifest(folder: string): Promise<Manifest | null> {
  try {
    const manifest = JSON.parse(await readFile(join(folder, parts.manifest), 'utf8')) as Partial<Manifest>;
    return manifest.format === 'yushen-backup-1' ? (manifest as Manifest) : null;
  } catch {
    return null;
  }
}

/** An attachment as the database knows it. */
export interface Attachment {
  readonly sha256: string;
  readonly size: number;
}

/** Reads from a copied database which attachments it speaks of, and where its ledger ends. */
export function contentsOf(database: string): { attachments: Attachment[]; ledger: Manifest['ledger'] } {
  const copy = new Database(database, { readonly: true, fileMustExist: true });
  try {
    const attachments = copy
      .prepare('select distinct sha256, size from stored_file order by sha256')
      .all() as Attachment[];
    const ledger = copy.prepare('select seq, hash from ledger_tip where id = 1').get() as Manifest['ledger'];
    return { attachments, ledger };
  } finally {
    copy.close();
  }
}

/**
 * Copies attachments from one `files` folder into another; one that is there already with its full content stays.
 * @returns the hashes of those that are missing or not what they should be
 */
export async function copyAttachments(
  from: string,
  to: string,
  attachments: readonly Attachment[],
): Promise<string[]> {
  const missing: string[] = [];
  for (const { sha256, size } of attachments) {
    const target = attachmentPath(to, sha256);
    if (await isIntact(target, sha256, size)) continue;
    try {
      await mkdir(join(to, sha256.slice(0, 2)), { recursive: true });
      await copyFile(attachmentPath(from, sha256), target);
      await flush(target);
      if (!(await isIntact(target, sha256, size))) missing.push(sha256);
    } catch {
      missing.push(sha256);
    }
  }
  return missing;
}

function attachmentPath(folder: string, sha256: string): string {
  return join(folder, sha256.slice(0, 2), sha256);
}

async function isIntact(path: string, sha256: string, size: number): Promise<boolean> {
  try {
    return (await stat(path)).size === size && (await sha256Of(path)) === sha256;
  } catch {
    return false;
  }
}

export function isEmptyOrNew(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0;
}
