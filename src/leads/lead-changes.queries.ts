import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { Change } from '../domain/lead/diff';
import { keyFigureChanges } from '../domain/lead/key-figures';
import { LeadsQueries } from './leads.queries';

/** A lead that says something else in its key figures than the revision that is voted on. */
export interface ChangedLead {
  readonly leadId: string;
  /** The number of its newest revision. */
  readonly revision: number;
  readonly changes: readonly Change[];
}

/** Compares what is voted on with what leads say by now. */
@Injectable()
export class LeadChangesQueries {
  constructor(private readonly leads: LeadsQueries) {}

  /** One statement where nothing is newer, which is the usual case. */
  async since(source: Source, revisionIds: readonly string[]): Promise<ChangedLead[]> {
    const newer = await source.rows<{ frozenId: string; newestId: string; leadId: string }>(
      sql`select frozen.id as "frozenId", newest.id as "newestId", frozen.lead_id as "leadId"
          from lead_revision frozen
            join lead_revision newest on newest.lead_id = frozen.lead_id and newest.number > frozen.number
          where frozen.id in ${sql.list(revisionIds)} and not exists (select 1 from lead_revision later
            where later.lead_id = newest.lead_id and later.number > newest.number)
          order by frozen.lead_id`,
    );
    const ids = newer.flatMap(({ frozenId, newestId }) => [frozenId, newestId]);
    const revisions = await this.leads.revisions(source, ids);
    return newer.flatMap(({ frozenId, newestId, leadId }) => {
      const [before, after] = [revisions.get(frozenId), revisions.get(newestId)];
      if (!before || !after) return [];
      const changes = keyFigureChanges(before.content, after.content);
      return changes.length === 0 ? [] : [{ leadId, revision: after.number, changes }];
    });
  }
}
