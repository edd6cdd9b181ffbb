import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { PersonExpertise } from './expertise.entity';

/** What a person knows, codes ascending. */
export interface ExpertiseRead {
  readonly industries: readonly string[];
  readonly chains: readonly string[];
}

/** Reads what people know. */
@Injectable()
export class ExpertiseQueries {
  constructor(private readonly reader: Reader) {}

  async of(personId: string): Promise<ExpertiseRead> {
    return (await this.ofAll([personId])).get(personId) ?? { industries: [], chains: [] };
  }

  /** By person, in one query; whoever is not in it has nothing recorded. */
  async ofAll(
    personIds: readonly string[],
    source: Source = this.reader,
  ): Promise<Map<string, ExpertiseRead>> {
    if (personIds.length === 0) return new Map();
    const rows = await source.find(
      PersonExpertise,
      sql`where person_id in ${sql.list([...new Set(personIds)])} order by person_id, scheme, code`,
    );
    const found = new Map<string, { industries: string[]; chains: string[] }>();
    for (const { personId, scheme, code } of rows) {
      const own = found.get(personId) ?? { industries: [], chains: [] };
      found.set(personId, own);
      (scheme === 'chain' ? own.chains : own.industries).push(code);
    }
    return found;
  }
}
