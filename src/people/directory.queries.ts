import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import { ROLES, Role } from '../domain/access/viewer';
import type { UnitLevel } from '../domain/lead/scope-rules';
import type { Instant } from '../domain/shared/instant';
import type { UnitKind } from './person.entity';

export type PersonState = 'active' | 'disabled';

/** What a list of people is narrowed to; '' for no condition. `page` counts from 1. */
export interface DirectoryFilter {
  readonly q: string;
  readonly role: Role | '';
  readonly unitId: string;
  readonly state: PersonState | '';
  readonly page: number;
  readonly size: number;
}

export interface DirectoryRow {
  id: string;
  account: string;
  name: string;
  post: string;
  roles: Role[];
  unitName: string;
  disabledAt: Instant | null;
  lastSignInAt: Instant | null;
}

export interface UnitRow {
  id: string;
  code: string;
  name: string;
  kind: UnitKind;
  level: UnitLevel | null;
  people: number;
}

/** The register as administrators look through it. */
@Injectable()
export class DirectoryQueries {
  constructor(private readonly reader: Reader) {}

  /** One page of people by account, and how many there are in all. Two statements, whatever their number. */
  async page(filter: DirectoryFilter): Promise<{ rows: DirectoryRow[]; total: number }> {
    const where = sql.where(conditions(filter));
    const count = await this.reader.one<{ n: number | string }>(
      sql`select count(*) as n from person${where}`,
    );
    const rows = await this.reader.rows<Omit<DirectoryRow, 'roles'> & { roles: string }>(
      sql`select person.id, person.account, person.name, person.post, person.roles, unit.name as "unitName",
            person.disabled_at as "disabledAt",
            (select max(session.created_at) from session
              where session.person_id = person.id and session.kind = 'person') as "lastSignInAt"
          from person join unit on unit.id = person.unit_id${where}
          order by person.account limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
    );
    return {
      rows: rows.map((row) => ({ ...row, roles: row.roles.split(',') as Role[] })),
      total: Number(count?.n ?? 0),
    };
  }

  /** All units by kind, with how many active people each has. */
  async units(): Promise<UnitRow[]> {
    const rows = await this.reader.rows<Omit<UnitRow, 'people'> & { people: number | string }>(
      sql`select unit.id, unit.code, unit.name, unit.kind, unit.level, count(person.id) as people
          from unit left join person on person.unit_id = unit.id and person.disabled_at is null
          group by unit.id, unit.code, unit.name, unit.kind, unit.level order by unit.kind, unit.code`,
    );
    return rows.map((row) => ({ ...row, people: Number(row.people) }));
  }
}

function conditions({ q, role, unitId, state }: DirectoryFilter): Sql[] {
  const found: Sql[] = [];
  if (q !== '') {
    const like = `%${q.toLowerCase().replace(/[\\%_]/g, '\\$&')}%`;
    found.push(
      sql`(lower(person.name) like ${like} escape '\\' or person.account like ${like} escape '\\'
           or person.email like ${like} escape '\\' or lower(person.post) like ${like} escape '\\')`,
    );
  }
  if (role !== '') found.push(sql`',' || person.roles || ',' like ${`%,${role},%`}`);
  if (unitId !== '') found.push(sql`person.unit_id = ${unitId}`);
  if (state !== '')
    found.push(state === 'active' ? sql`person.disabled_at is null` : sql`person.disabled_at is not null`);
  return found;
}

/** Reads a filter from an address; what is not understood narrows nothing. */
export function directoryFilter(given: Record<string, unknown>, sizes: readonly number[]): DirectoryFilter {
  const text = (name: string): string => {
    const value = given[name];
    return typeof value === 'string' ? value.trim().slice(0, 100) : '';
  };
  const number = (name: string): number => (/^[1-9]\d{0,5}$/.test(text(name)) ? Number(text(name)) : 0);
  const state = text('state');
  return {
    q: text('q').normalize('NFKC').replaceAll('\0', ''),
    role: ROLES.find((role) => role === text('role')) ?? '',
    unitId: text('unit'),
    state: state === 'active' || state === 'disabled' ? state : '',
    page: Math.max(1, number('page')),
    size: sizes.find((size) => size === number('size')) ?? sizes[0] ?? 20,
  };
}
