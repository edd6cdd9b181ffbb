import { Injectable } from '@nestjs/common';
import type { KeyObject } from 'node:crypto';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { Words, wordsFor } from '../words/words';
import { digestOf } from './chain';
import { ChainWalk } from './chain-walk';
import { ConsistencyChecks } from './consistency-checks';
import { isSigned } from './head-key';
import { GivenHead } from './heads-file';
import type { LedgerPoint } from './ledger';
import { LedgerEntry } from './ledger-entry.entity';
import { LedgerHead } from './ledger-head.entity';
import { SealedRecord, SealedRecords, SealedRow } from './sealed-records';
import { Problems, VerificationReport } from './verification';

export interface VerifyOptions {
  /** Heads from outside the database (mails, printed minutes): the only ones that a full rewriting cannot reach. */
  readonly heads?: readonly GivenHead[];
  /** Kept outside as well: with it signatures are checked, and a head without one is a fault. */
  readonly publicKey?: KeyObject | undefined;
  /** The language of the report's sentences. */
  readonly words?: Words;
}

interface RowFound {
  what: 'changed' | 'missing' | 'unknown';
  type: string;
  id: string;
}

/**
 * Reads everything and writes nothing: recomputes the chain, compares each sealed row with its last seal and each
 * head with the chain, and runs the registered checks. Works beside a running server: a row whose seal was written
 * while we were reading is left to the next run. Memory grows with the number of sealed subjects only.
 */
@Injectable()
export class Verifier {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  async verify(source: Source, options: VerifyOptions = {}): Promise<VerificationReport> {
    const problems = new Problems(options.words ?? wordsFor('zh-CN'));
    const walk = new ChainWalk(problems);
    await walk.readOn(source);
    const unchecked = [...walk.seals.keys()].filter(
      (type) => !this.records.all.some((one) => one.type === type),
    );
    const rows: Record<string, number> = {};
    const found: RowFound[] = [];
    for (const record of this.records.all) {
      rows[record.type] = await compareRows(source, record, walk, found, problems);
    }
    const tip = await source.one<LedgerPoint>(sql`select seq, hash from ledger_tip where id = 1`);
    const heads = await source.find(LedgerHead, sql`order by seq`);
    walk.mark();
    await walk.readOn(source);
    await reportRows(source, found, walk, problems);
    if (!tip || tip.seq > walk.end.seq) {
      problems.add('truncated', { seq: walk.end.seq, said: String(tip?.seq ?? '?') });
    } else await compareHeads(source, [tip], walk, problems);
    await compareHeads(source, heads, walk, problems);
    await compareHeads(source, options.heads ?? [], walk, problems);
    const signatures = checkSignatures(heads, options, problems);
    for (const check of this.checks.all) await runCheck(source, check, problems);
    return {
      entries: walk.entries,
      end: walk.end,
      rows,
      unchecked,
      storedHeads: heads.length,
      givenHeads: options.heads?.length ?? 0,
      signatures,
      checks: this.checks.all.map(({ name }) => name),
      problems: problems.listed,
      problemCount: problems.count,
    };
  }
}

/** @returns how many rows were compared */
async function compareRows(
  source: Source,
  record: SealedRecord,
  walk: ChainWalk,
  found: RowFound[],
  problems: Problems,
): Promise<number> {
  const { type } = record;
  const seals = new Map(walk.seals.get(type));
  let count = 0;
  try {
    for await (const row of record.each(source)) {
      count += 1;
      const sealed = seals.get(row.id);
      if (sealed === undefined) found.push({ what: 'unknown', type, id: row.id });
      else if (sealed !== digestOfRow(row)) found.push({ what: 'changed', type, id: row.id });
      seals.delete(row.id);
    }
  } catch (error) {
    problems.add('check', { subject: type, said: (error as Error).message });
    return count;
  }
  for (const id of seals.keys()) found.push({ what: 'missing', type, id });
  return count;
}

/** A row whose columns hold what they never should (a float, a text in place of a number) has been changed. */
function digestOfRow(row: SealedRow): string {
  try {
    return digestOf(row.content);
  } catch {
    return '';
  }
}

async function reportRows(
  source: Source,
  found: readonly RowFound[],
  walk: ChainWalk,
  problems: Problems,
): Promise<void> {
  for (const { what, type, id } of found) {
    if (walk.touched?.has(`${type} ${id}`)) continue;
    const last = await source.one<{ seq: number | null }>(
      sql`select max(seq) as seq from ledger_entry where subject_type = ${type} and subject_id = ${id}`,
    );
    problems.add(what, { seq: last?.seq ?? null, subject: `${type} ${id}` });
  }
}

/** Heads are few (one for each round that was closed), so each may cost a query. */
async function compareHeads(
  source: Source,
  heads: readonly Pick<GivenHead, 'seq' | 'hash'>[],
  walk: ChainWalk,
  problems: Problems,
): Promise<void> {
  for (const { seq, hash } of heads) {
    if (seq === 0) continue;
    if (seq === null) {
      const entry = await source.findOne(LedgerEntry, sql`where hash like ${`${hash}%`}`);
      if (!entry) problems.add('headUnknown', { said: hash });
      continue;
    }
    const entry = await source.findOne(LedgerEntry, sql`where seq = ${seq}`);
    if (!entry) problems.add('headMissing', { seq, said: String(walk.end.seq) });
    else if (!entry.hash.startsWith(hash)) problems.add('headDiffers', { seq, said: hash });
  }
}

/**
 * Given heads must be signed; of the stored ones those from the first signed one on. Where none at all is signed, the
 * key has proven nothing, which is said as a fault.
 * @returns how many signatures are right; null without a key
 */
function checkSignatures(
  stored: readonly LedgerHead[],
  { heads = [], publicKey }: VerifyOptions,
  problems: Problems,
): number | null {
  if (publicKey === undefined) return null;
  const first = stored.findIndex(({ signature }) => signature !== null);
  const owed = [...heads, ...(first < 0 ? [] : stored.slice(first))];
  if (owed.length === 0) problems.add('headsUnsigned');
  let right = 0;
  for (const { seq, hash, signature } of owed) {
    const said = hash.slice(0, 16);
    if (!signature) problems.add('headUnsigned', { seq, said });
    else if (seq === null || !isSigned({ seq, hash }, signature, publicKey))
      problems.add('headForged', { seq, said });
    else right += 1;
  }
  return right;
}

async function runCheck(
  source: Source,
  check: { name: string; run(source: Source): Promise<string[]> },
  problems: Problems,
): Promise<void> {
  try {
    for (const said of await check.run(source)) problems.add('check', { subject: check.name, said });
  } catch (error) {
    problems.add('check', { subject: check.name, said: (error as Error).message });
  }
}
