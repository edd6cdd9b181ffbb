import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql, Sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { Instant } from '../domain/shared/instant';
import type { AccessKind } from './access-kinds';
import { AccessRecord } from './access-record.entity';

export interface AccessFilter {
  readonly kind: AccessKind | null;
  /** A part of a person's name, or an account; '' for everybody. */
  readonly person: string;
  /** From this instant on; null from the beginning. */
  readonly since: Instant | null;
}

/** People that a name may mean at the most; a shorter name has to be typed further. */
const mostPeople = 50;

/** Reading the access log. The routes decide who may; the viewer is told apart from nobody here. */
@Injectable()
export class AccessLogQueries {
  constructor(private readonly reader: Reader) {}

  /** One page, newest first; pages count from 1. */
  async page(
    _viewer: Viewer,
    filter: AccessFilter,
    page: number,
    size: number,
  ): Promise<{ records: AccessRecord[]; total: number }> {
    const where = await this.where(filter);
    const count = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from access_record${where}`,
    );
    const rest = sql`${where} order by at desc, id desc limit ${size} offset ${(page - 1) * size}`;
    return { records: await this.reader.find(AccessRecord, rest), total: Number(count?.n ?? 0) };
  }

  /** The newest that the filter leaves, to be taken away. */
  async newest(_viewer: Viewer, filter: AccessFilter, most: number): Promise<AccessRecord[]> {
    const rest = sql`${await this.where(filter)} order by at desc, id desc limit ${most}`;
    return this.reader.find(AccessRecord, rest);
  }

  private async where({ kind, person, since }: AccessFilter): Promise<Sql> {
    return sql.where([
      ...(kind === null ? [] : [sql`kind = ${kind}`]),
      ...(since === null ? [] : [sql`at >= ${since}`]),
      ...(person === '' ? [] : [sql`person_id in ${sql.list(await this.peopleCalled(person))}`]),
    ]);
  }

  private async peopleCalled(text: string): Promise<string[]> {
    const part = `%${text.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
    const rows = await this.reader.rows<{ id: string }>(
      sql`select id from person where name like ${part} escape '\\' or account = ${text}
          order by id limit ${mostPeople}`,
    );
    return rows.map(({ id }) => id);
  }
}
