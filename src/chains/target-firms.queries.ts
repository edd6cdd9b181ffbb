import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { FIRM_STATES, plainKey, type FirmState } from '../domain/chain/chain';
import { TargetFirm } from './chain.entity';

/** A firm as lists show it. */
export interface FirmCard extends TargetFirm {
  readonly segmentName: string | null;
}

/** A firm as it is stored. */
export type FirmRowKept = TargetFirm;

export interface FirmFilter {
  readonly q: string;
  readonly state: FirmState | null;
  readonly segment: string;
  /** From 1. */
  readonly page: number;
}

export const FIRM_PAGE = 30;

/** Reads the query of an address; what is not known counts as not given. */
export function readFirmFilter(query: Readonly<Record<string, unknown>>): FirmFilter {
  const text = (name: string): string => {
    const given = query[name];
    return typeof given === 'string' ? given.normalize('NFKC').trim().slice(0, 100) : '';
  };
  const page = /^[1-9]\d{0,3}$/.test(text('page')) ? Number(text('page')) : 1;
  const state = FIRM_STATES.find((one) => one === text('state')) ?? null;
  return { q: text('q'), state, segment: text('segment').slice(0, 26), page: Math.min(page, 500) };
}

const columns = sql.raw(`firm.id, firm.chain_id as "chainId", firm.segment_id as "segmentId", firm.name,
  firm.name_key as "nameKey", firm.uscc, firm.region, firm.note, firm.state, firm.updated_at as "updatedAt",
  segment.name as "segmentName"`);
const joined = sql.raw('target_firm firm left join chain_segment segment on segment.id = firm.segment_id');

/** Reads target firms. Whoever may read chains may read them. */
@Injectable()
export class TargetFirmsQueries {
  constructor(private readonly reader: Reader) {}

  /** One page by name and how many there are, in two statements. */
  async list(chainId: string, filter: FirmFilter): Promise<{ rows: FirmCard[]; total: number }> {
    const where = sql.where([sql`firm.chain_id = ${chainId}`, ...conditions(filter)]);
    const rows = await this.reader.rows<FirmCard>(
      sql`select ${columns} from ${joined}${where} order by firm.name, firm.id
          limit ${FIRM_PAGE} offset ${(filter.page - 1) * FIRM_PAGE}`,
    );
    const count = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from target_firm firm${where}`,
    );
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** All of them, for a sheet to take away or a map. */
  all(chainId: string): Promise<FirmCard[]> {
    return this.reader.rows<FirmCard>(
      sql`select ${columns} from ${joined} where firm.chain_id = ${chainId} order by firm.name, firm.id limit 2000`,
    );
  }

  byId(chainId: string, id: string, source: Source = this.reader): Promise<TargetFirm | null> {
    return source.findOne(TargetFirm, sql`where id = ${id} and chain_id = ${chainId}`);
  }

  /** A few firms of any chain whose name holds the text, for a picker. */
  async choices(limit = 500): Promise<{ id: string; name: string }[]> {
    return this.reader.rows(
      sql`select id, name from target_firm where state <> 'dropped' order by name, id limit ${limit}`,
    );
  }
}

function conditions({ q, state, segment }: FirmFilter): Sql[] {
  const key = plainKey(q);
  return [
    ...(key === '' ? [] : [sql`(firm.name_key like ${`%${key}%`} or lower(firm.uscc) like ${`${key}%`})`]),
    ...(state === null ? [] : [sql`firm.state = ${state}`]),
    ...(segment === '' ? [] : [sql`firm.segment_id = ${segment}`]),
  ];
}
