import { Injectable } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { LedgerPoint } from './ledger';
import { LedgerCurtain } from './ledger-curtain';
import { LedgerEntry } from './ledger-entry.entity';
import { LedgerHead } from './ledger-head.entity';

/** A piece of the ledger, newest first. */
export interface LedgerPage {
  readonly entries: readonly LedgerEntry[];
  /** Entries that the filter leaves. */
  readonly total: number;
  readonly end: LedgerPoint;
}

const noCurtain = { subjects: new Set<string>(), types: new Set<string>() };

/** That something was recorded, its number, time and hash; not what, about what, nor by whom. */
function behindCurtain(entry: LedgerEntry): LedgerEntry {
  return {
    ...entry,
    kind: 'curtain',
    actorId: null,
    actorLabel: '',
    subjectType: '',
    subjectId: '',
    facts: '{}',
  };
}

/** Reading the ledger. The routes decide who may; what of a ballot may be shown, `ledger.views` decides. */
@Injectable()
export class LedgerQueries {
  constructor(
    private readonly reader: Reader,
    private readonly curtain: LedgerCurtain,
  ) {}

  /** `kind` is '' for all; pages count from 1. What is secret for a time only the secretariat is told of. */
  async page(viewer: Viewer, kind: string, page: number, size: number): Promise<LedgerPage> {
    const end = await this.tip();
    const filter = kind === '' ? sql.empty : sql`where kind = ${kind} `;
    const total = kind === '' ? end.seq : await this.countOf(kind);
    const offset = (page - 1) * size;
    // Numbers have no gaps, so without a filter the place of a page can be told from them.
    const place =
      kind === ''
        ? sql`where seq <= ${end.seq - offset} order by seq desc limit ${size}`
        : sql`${filter}order by seq desc limit ${size} offset ${offset}`;
    const found = await this.reader.find(LedgerEntry, place);
    const { subjects } = holds(viewer, 'secretariat') ? noCurtain : await this.curtain.drawn(this.reader);
    const entries = found.map((entry) =>
      subjects.has(`${entry.subjectType} ${entry.subjectId}`) ? behindCurtain(entry) : entry,
    );
    return { entries, total, end };
  }

  /** Every kind that occurs, in order; one step in the index for each, however long the ledger is. */
  async kinds(viewer: Viewer): Promise<string[]> {
    const rows = await this.reader.rows<{ kind: string }>(
      sql`with recursive step(kind) as (
            select min(kind) from ledger_entry
            union all
            select (select min(kind) from ledger_entry where kind > step.kind) from step where step.kind is not null
          )
          select kind from step where kind is not null order by kind`,
    );
    const { types } = holds(viewer, 'secretariat') ? noCurtain : await this.curtain.drawn(this.reader);
    return rows.map(({ kind }) => kind).filter((kind) => !types.has(kind.split('.')[0] ?? ''));
  }

  /** The latest heads, newest first. */
  heads(most = 200): Promise<LedgerHead[]> {
    return this.reader.find(LedgerHead, sql`order by seq desc, at desc limit ${most}`);
  }

  /** What happened to one subject, oldest first. */
  ofSubject(type: string, id: string, source: Source = this.reader): Promise<LedgerEntry[]> {
    return source.find(LedgerEntry, sql`where subject_type = ${type} and subject_id = ${id} order by seq`);
  }

  /** What entries after `seq` are about, where it is of one of these types; each as often as it is named. */
  subjectsSince(
    source: Source,
    seq: number,
    types: readonly string[],
    most: number,
  ): Promise<{ type: string; id: string }[]> {
    return source.rows(
      sql`select subject_type as type, subject_id as id from ledger_entry
          where seq > ${seq} and subject_type in ${sql.list(types)} order by seq limit ${most}`,
    );
  }

  /** Where the chain ends, of what is committed. */
  async tip(): Promise<LedgerPoint> {
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
