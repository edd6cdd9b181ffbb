import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Role } from '../domain/access/viewer';
import { normalisedName } from '../domain/lead/duplicates';
import type { UnitTies } from '../domain/round/recusal-suggestions';
import { regionWords } from '../reference/regions';
import { Unit } from './person.entity';

/** A person with their unit, as pages and mails need them. */
export interface PersonCard {
  id: string;
  account: string;
  name: string;
  post: string;
  email: string;
  mobile: string | null;
  roles: Role[];
  locale: 'zh-CN' | 'en' | null;
  unitId: string;
  unitName: string;
  disabledAt: string | null;
}

/** Reads people and units. */
@Injectable()
export class PeopleQueries {
  constructor(private readonly reader: Reader) {}

  /** All people, by account; a city has hundreds, not thousands. */
  everyone(): Promise<PersonCard[]> {
    return this.cards(this.reader, sql`order by person.account`);
  }

  async byId(id: string, source: Source = this.reader): Promise<PersonCard | null> {
    return (await this.cards(source, sql`where person.id = ${id}`))[0] ?? null;
  }

  /** In one query, whatever their number. */
  async byIds(ids: readonly string[], source: Source = this.reader): Promise<Map<string, PersonCard>> {
    if (ids.length === 0) return new Map();
    const found = await this.cards(source, sql`where person.id in ${sql.list([...new Set(ids)])}`);
    return new Map(found.map((person) => [person.id, person]));
  }

  async byAccount(account: string, source: Source = this.reader): Promise<PersonCard | null> {
    return (await this.cards(source, sql`where person.account = ${account}`))[0] ?? null;
  }

  /** Active people who hold a role, by account. */
  withRole(role: Role, source: Source = this.reader): Promise<PersonCard[]> {
    const pattern = `%,${role},%`;
    return this.cards(
      source,
      sql`where ',' || person.roles || ',' like ${pattern} and person.disabled_at is null order by person.account`,
    );
  }

  units(source: Source = this.reader): Promise<Unit[]> {
    return source.find(Unit, sql`order by unit.kind, unit.code`);
  }

  /** Units by id, by what could tie them to an investor. */
  async unitTies(source: Source = this.reader): Promise<ReadonlyMap<string, UnitTies>> {
    const plain = (text: string): string => normalisedName(text, regionWords());
    return new Map(
      (await this.units(source)).map(({ id, name, uscc, groupParent, industryCode }) => {
        const parent = groupParent === null ? '' : plain(groupParent);
        return [id, { id, name: plain(name), uscc, parent, industryCode }];
      }),
    );
  }

  unit(id: string, source: Source = this.reader): Promise<Unit | null> {
    return source.findOne(Unit, sql`where id = ${id}`);
  }

  /** Whether anyone exists at all; before that, production asks for the set-up code. */
  async isEmpty(): Promise<boolean> {
    return (await this.reader.one(sql`select 1 as found from person limit 1`)) === null;
  }

  private async cards(source: Source, rest: Sql): Promise<PersonCard[]> {
    const rows = await source.rows<Omit<PersonCard, 'roles'> & { roles: string }>(
      sql`select person.id, person.account, person.name, person.post, person.email, person.mobile, person.roles,
            person.locale, person.disabled_at as "disabledAt", unit.id as "unitId", unit.name as "unitName"
          from person join unit on unit.id = person.unit_id ${rest}`,
    );
    return rows.map((row) => ({ ...row, roles: row.roles.split(',') as Role[] }));
  }
}
