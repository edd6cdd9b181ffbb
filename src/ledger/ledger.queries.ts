import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { LedgerPoint } from './ledger';
import { LedgerEntry } from './ledger-entry.entity';
import { LedgerHead } from './ledger-head.entity';

/** A piece of the ledger, newest first. */
export interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  /** Entries that the filter leaves. */
  readonly total: number;
  readonly end: LedgerPoint;
}

/** Reading the ledger. The routes decide who may; what of a ballot may be shown, `ledger.views` decides. */
@Injectable()
export class LedgerQueries {
  constructor(private readonly reader: Reader) {}

  /** `kind` is '' for all; pages count from 1. */
  async page(kind: string, page: number, size: number): Promise<LedgerPage> {
    const end = await this.end();
    const filter = kind === '' ? sql.empty : sql`where kind = ${kind} `;
    const total = kind === '' ? end.seq : await this.countOf(kind);
    const offset = (page - 1) * size;
    // Numbers have no gaps, so without a filter the place of a page can be told from them.
    const place =
      kind === ''
        ? sql`where seq <= ${end.seq - offset} order by seq desc limit ${size}`
        : sql`${filter}order by seq desc limit ${size} offset ${offset}`;
    return { entries: await this.reader.find(LedgerEntry, place), total, end };
  }

  /** Every kind that occurs, in order; one step in the index for each, however long the ledger is. */
  async kinds(): Promise<string[]> {
    const rows = await this.reader.rows<{ kind: string }>(
      sql`with recursive step(kind) as (
            select min(kind) from ledger_entry
            union all
            select (select min(kind) from ledger_entry where kind > step.kind) from step where step.kind is not null
          )
          select kind from step where kind is not null order by kind`,
    );
    return rows.map(({ kind }) => kind);
  }

  /** The latest heads, newest first. */
  heads(most = 200): Promise<LedgerHead[]> {
    return this.reader.find(LedgerHead, sql`order by seq desc, at desc limit ${most}`);
  }

  /** What happened to one subject, oldest first. */
  ofSubject(type: string, id: string, source: Source = this.reader): Promise<LedgerEntry[]> {
    return source.find(LedgerEntry, sql`where subject_type = ${type} and subject_id = ${id} order by seq`);
  }

  private async end(): Promise<LedgerPoint> {
    const tip = await this.reader.one<LedgerPoint>(sql`select seq, hash from ledger_tip where id = 1`);
    if (!tip) throw new Error('The ledger has no tip: the database was not made by the migrations');
    return tip;
  }

  private async countOf(kind: string): Promise<number> {
    const row = await this.reader.one<{ count: number }>(
      sql`select cast(count(*) as integer) as count from ledger_entry where kind = ${kind}`,
    );
    return row?.count ?? 0;
  }
}
