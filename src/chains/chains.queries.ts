import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import type { NamedChain } from '../domain/chain/chain-book';
import type { Locale } from '../words/catalogue';
import { Chain, ChainAct, ChainSegment } from './chain.entity';

/** A chain with the name of its keeper. */
export interface ChainCard extends Chain {
  readonly keeperName: string | null;
}

/** A line of the register. */
export interface ChainLine extends ChainCard {
  readonly segments: number;
  readonly gaps: number;
  readonly firms: number;
  readonly leads: number;
}

/** A segment as it is stored. */
export type SegmentRow = ChainSegment;

/** What the page of one chain shows beside its firms. */
export interface ChainPage {
  readonly chain: ChainCard;
  readonly segments: readonly (ChainSegment & { readonly firms: number })[];
  readonly acts: readonly ChainAct[];
}

const card = sql.raw(`chain.id, chain.code, chain.name_zh as "nameZh", chain.name_en as "nameEn", chain.year,
  chain.standing, chain.keeper_id as "keeperId", chain.position, chain.updated_at as "updatedAt",
  keeper.name as "keeperName"`);
const joined = sql.raw('chain left join person keeper on keeper.id = chain.keeper_id');
const counted = (table: string, more = ''): Sql =>
  sql.raw(`cast((select count(*) from ${table} where chain_id = chain.id${more}) as integer)`);

export const chainName = (chain: Pick<Chain, 'nameZh' | 'nameEn'>, locale: Locale): string =>
  locale === 'en' ? chain.nameEn : chain.nameZh;

/** Reads the register of key chains; a city has a dozen or two. */
@Injectable()
export class ChainsQueries {
  constructor(private readonly reader: Reader) {}

  /** Every chain, those in force first, in the order of the city's list. */
  all(source: Source = this.reader): Promise<ChainCard[]> {
    return source.rows(
      sql`select ${card} from ${joined} order by chain.standing, chain.position, chain.code`,
    );
  }

  /** Their names, for whoever chooses among them. */
  async named(): Promise<NamedChain[]> {
    const chains = await this.all();
    return chains.map(({ code, nameZh, nameEn, standing }) => ({
      code,
      nameZh,
      nameEn,
      active: standing === 'active',
    }));
  }

  /** Codes that a lead or a host may name now. */
  async codes(source: Source = this.reader): Promise<string[]> {
    const rows = await source.rows<{ code: string }>(
      sql`select code from chain where standing = 'active' order by position, code`,
    );
    return rows.map(({ code }) => code);
  }

  lines(): Promise<ChainLine[]> {
    return this.reader.rows(
      sql`select ${card}, ${counted('chain_segment')} as segments,
            ${counted('chain_segment', ' and is_gap = 1')} as gaps,
            ${counted('target_firm', " and state <> 'dropped'")} as firms, ${counted('chain_lead')} as leads
          from ${joined} order by chain.standing, chain.position, chain.code`,
    );
  }

  async byId(id: string, source: Source = this.reader): Promise<ChainCard | null> {
    return source.one<ChainCard>(sql`select ${card} from ${joined} where chain.id = ${id}`);
  }

  segments(chainId: string, source: Source = this.reader): Promise<ChainSegment[]> {
    return source.find(
      ChainSegment,
      sql`where chain_id = ${chainId}
          order by case place when 'up' then 0 when 'mid' then 1 else 2 end, position, id`,
    );
  }

  segment(chainId: string, id: string, source: Source = this.reader): Promise<ChainSegment | null> {
    return source.findOne(ChainSegment, sql`where id = ${id} and chain_id = ${chainId}`);
  }

  async page(id: string): Promise<ChainPage | null> {
    const chain = await this.byId(id);
    if (chain === null) return null;
    const segments = await this.segments(id);
    const firms = await this.reader.rows<{ segmentId: string; n: number | string }>(
      sql`select segment_id as "segmentId", count(*) as n from target_firm
          where chain_id = ${id} and state <> 'dropped' group by segment_id`,
    );
    const counts = new Map(firms.map(({ segmentId, n }) => [segmentId, Number(n)]));
    const acts = await this.reader.find(
      ChainAct,
      sql`where chain_id = ${id} order by position desc limit 30`,
    );
    return {
      chain,
      segments: segments.map((segment) => ({ ...segment, firms: counts.get(segment.id) ?? 0 })),
      acts,
    };
  }
}
