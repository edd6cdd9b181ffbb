import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { openSince } from '../domain/privacy/disclosures';
import { refuse, Refused } from '../domain/shared/refusal';
import { Disclosure } from './disclosure.entity';
import { PersonRecordsQueries, type FoundRecords } from './person-records.queries';

/** One line of the list: who was asked about stands there by account, never by a contact. */
export interface DisclosureLine extends Disclosure {
  readonly about: string | null;
  readonly open: boolean;
}

export interface DisclosurePage {
  readonly disclosure: Disclosure;
  readonly about: string;
  readonly found: readonly FoundRecords[];
}

/** Who was told what about whom, and for a day what it is. */
@Injectable()
export class DisclosuresQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly records: PersonRecordsQueries,
  ) {}

  async list(viewer: Viewer): Promise<DisclosureLine[]> {
    const since = openSince(this.clock.now());
    const rows = await this.reader.find(Disclosure, sql`order by made_at desc, id desc limit 100`);
    const ids = rows.flatMap(({ personId }) => personId ?? []);
    const names = await this.namesOf(ids);
    return rows.map((row) => ({
      ...row,
      about: row.personId === null ? null : (names.get(row.personId) ?? row.personId),
      open: row.madeBy === viewer.personId && row.madeAt > since,
    }));
  }

  /** @throws Refused 404 for another's, for one that has run out, and for an unknown one alike */
  async page(viewer: Viewer, id: string): Promise<DisclosurePage> {
    const disclosure = await this.reader.findOne(Disclosure, sql`where id = ${id}`);
    if (!disclosure) throw new Refused(refuse('notFound'), 404);
    const { madeBy, madeAt, personId, askedFor } = disclosure;
    if (madeBy !== viewer.personId || madeAt <= openSince(this.clock.now()))
      throw new Refused(refuse('notFound'), 404, { type: 'disclosure', id });
    if (personId === null)
      return { disclosure, about: askedFor ?? '', found: await this.records.ofContact(askedFor ?? '') };
    const names = await this.namesOf([personId]);
    return { disclosure, about: names.get(personId) ?? '', found: await this.records.ofPerson(personId) };
  }

  private async namesOf(ids: readonly string[]): Promise<Map<string, string>> {
    if (ids.length === 0) return new Map();
    const rows = await this.reader.rows<{ id: string; name: string; account: string }>(
      sql`select id, name, account from person where id in ${sql.list([...new Set(ids)])}`,
    );
    return new Map(rows.map(({ id, name, account }) => [id, `${name}（${account}）`]));
  }
}
