import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';

/** The leads whose draws an entry of the ledger may have changed, from the ids of its subjects. */
export type MovedBy = (source: Source, subjectIds: readonly string[]) => Promise<readonly string[]>;

/** `table` is one of ours, never what a person typed. */
const bySubject = (table: string): MovedBy => {
  const from = sql.raw(table);
  return async (source, ids) =>
    leadIds(await source.rows(sql`select lead_id as "leadId" from ${from} where id in ${sql.list(ids)}`));
};

const leadIds = (rows: readonly { leadId: string }[]): string[] => rows.map(({ leadId }) => leadId);

/**
 * What changes a draw enters something into the ledger with the same commit: a lead's state or revision, a host's word
 * or profile, an offer to another host, a department's answer. Which subjects those are stands here; features uphill
 * add theirs when their module starts.
 */
@Injectable()
export class DrawMovers {
  private readonly known = new Map<string, MovedBy>([
    ['leadAct', bySubject('lead_act')],
    ['leadRevision', bySubject('lead_revision')],
    ['leadTransfer', bySubject('lead_transfer')],
    ['hostOffer', bySubject('host_offer')],
    ['hostStatement', bySubject('host_statement')],
    ['elementAnswer', bySubject('element_answer')],
    ['hostProfile', ofProfiles],
  ]);

  register(subjectType: string, movedBy: MovedBy): void {
    this.known.set(subjectType, movedBy);
  }

  get subjectTypes(): string[] {
    return [...this.known.keys()];
  }

  /** Each lead once. */
  async leadsOf(source: Source, subjects: readonly { type: string; id: string }[]): Promise<string[]> {
    const found = new Set<string>();
    for (const [type, movedBy] of this.known) {
      const ids = [...new Set(subjects.filter((subject) => subject.type === type).map(({ id }) => id))];
      if (ids.length > 0) for (const leadId of await movedBy(source, ids)) found.add(leadId);
    }
    return [...found];
  }
}

/** A profile may take leads off the host's figures, or put them back. */
async function ofProfiles(source: Source, ids: readonly string[]): Promise<string[]> {
  return leadIds(
    await source.rows(
      sql`select lead_id as "leadId" from lead_host where host_id in
            (select host_id from host_profile where id in ${sql.list(ids)})`,
    ),
  );
}
