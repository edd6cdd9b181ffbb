import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { Host, HostKind } from './host.entity';

/** A host as pages and rules see it. */
export interface HostCard {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly kind: HostKind;
  readonly chemicalPark: boolean;
  readonly region: string;
  readonly leadChains: readonly string[];
  readonly unitId: string | null;
}

/** Reads the register of hosts; a city has a few dozen. */
@Injectable()
export class HostsQueries {
  constructor(private readonly reader: Reader) {}

  /** Every host: parks first, then counties, then towns, by code. */
  all(source: Source = this.reader): Promise<HostCard[]> {
    return this.cards(
      source,
      sql`order by case kind when 'park' then 0 when 'county' then 1 else 2 end, code`,
    );
  }

  async byId(id: string, source: Source = this.reader): Promise<HostCard | null> {
    return (await this.cards(source, sql`where id = ${id}`))[0] ?? null;
  }

  async byIds(ids: readonly string[], source: Source = this.reader): Promise<Map<string, HostCard>> {
    if (ids.length === 0) return new Map();
    const found = await this.cards(source, sql`where id in ${sql.list([...new Set(ids)])}`);
    return new Map(found.map((host) => [host.id, host]));
  }

  /** By code; codes that no host has are missing in the answer. */
  async byCodes(codes: readonly string[], source: Source = this.reader): Promise<Map<string, HostCard>> {
    if (codes.length === 0) return new Map();
    const found = await this.cards(source, sql`where code in ${sql.list([...new Set(codes)])}`);
    return new Map(found.map((host) => [host.code, host]));
  }

  /** The hosts that a unit's people speak for. */
  ofUnit(unitId: string, source: Source = this.reader): Promise<HostCard[]> {
    return this.cards(source, sql`where unit_id = ${unitId} order by code`);
  }

  private async cards(source: Source, rest: Sql): Promise<HostCard[]> {
    const rows = await source.find(Host, rest);
    return rows.map((row) => ({
      ...row,
      chemicalPark: row.chemicalPark === 1,
      leadChains: JSON.parse(row.leadChains) as string[],
    }));
  }
}
