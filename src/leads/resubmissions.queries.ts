import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { diffContent, type Change } from '../domain/lead/diff';
import type { Instant } from '../domain/shared/instant';
import { controlPath } from '../domain/lead/field';
import { fieldOf } from '../domain/lead/fields';
import { HostsQueries } from '../hosts/hosts.queries';
import type { Words } from '../words/words';
import { contentOf } from './lead-columns';
import { leafText, type HostNames } from './lead-values.views';
import { fullLabelOf } from './lead-words';
import { LeadRevision } from './lead-record.entity';
import { Resubmission, ResubmissionItem } from './resubmission.entity';

/** What a lead was sent back for, with what its scout says to it. */
export type MaterialRequest = Resubmission & {
  readonly items: readonly ResubmissionItem[];
  /** The number of the revision that was judged; null where the round had kept none. */
  readonly judgedNumber: number | null;
};

/** How a revision differs from the one that was judged before, for everybody who judges again. */
export interface Comparison {
  readonly roundNumber: string;
  readonly judgedAt: Instant;
  readonly before: { readonly number: number };
  readonly after: { readonly number: number };
  /** Field by field in words; details of people are left out. */
  readonly rows: readonly { readonly label: string; readonly before: string; readonly after: string }[];
  /** The newest request for material that lies between the two; null where none was made. */
  readonly asked: MaterialRequest | null;
}

interface JudgedRow {
  readonly roundNumber: string;
  readonly judgedAt: Instant;
  readonly revisionId: string;
}

/** Reads what leads were sent back for, and what changed since they were judged. */
@Injectable()
export class ResubmissionsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly hosts: HostsQueries,
  ) {}

  /** Every request for one lead, the newest first. */
  async ofLead(leadId: string, source: Source = this.reader): Promise<MaterialRequest[]> {
    const requests = await source.find(Resubmission, sql`where lead_id = ${leadId} order by time_no desc`);
    if (requests.length === 0) return [];
    const items = await source.find(
      ResubmissionItem,
      sql`where resubmission_id in ${sql.list(requests.map(({ id }) => id))} order by position`,
    );
    const numbers = await source.rows<{ id: string; number: number }>(
      sql`select id, number from lead_revision where lead_id = ${leadId}`,
    );
    return requests.map((request) => ({
      ...request,
      judgedNumber: numbers.find(({ id }) => id === request.judgedRevisionId)?.number ?? null,
      items: items.filter(({ resubmissionId }) => resubmissionId === request.id),
    }));
  }

  /**
   * A revision against the one of the last announced round before it; null where the lead was never judged before.
   * Of that round only its number and day are told: no score and no outcome goes to those who judge again.
   */
  async sinceJudged(
    leadId: string,
    revisionId: string,
    exceptRoundId: string,
    words: Words,
    source: Source = this.reader,
  ): Promise<Comparison | null> {
    const judged = await source.one<JudgedRow>(
      sql`select round.number as "roundNumber", round.closed_at as "judgedAt",
            round_item.lead_revision_id as "revisionId"
          from round_item join round on round.id = round_item.round_id
          where round_item.lead_id = ${leadId} and round.state = 'announced'
            and round_item.lead_revision_id is not null and round.id <> ${exceptRoundId}
          order by round.announced_at desc limit 1`,
    );
    if (judged === null) return null;
    const ids = [...new Set([judged.revisionId, revisionId])];
    const revisions = await source.find(LeadRevision, sql`where id in ${sql.list(ids)}`);
    const before = revisions.find(({ id }) => id === judged.revisionId);
    const after = revisions.find(({ id }) => id === revisionId);
    if (before === undefined || after === undefined) return null;
    const requests = await this.ofLead(leadId, source);
    return {
      roundNumber: judged.roundNumber,
      judgedAt: judged.judgedAt,
      before: { number: before.number },
      after: { number: after.number },
      rows: rowsOf(diffContent(contentOf(before), contentOf(after)), await this.hostNames(), words),
      asked: requests.find(({ state }) => state === 'answered') ?? null,
    };
  }

  private async hostNames(): Promise<HostNames> {
    return new Map((await this.hosts.all()).map(({ code, name }) => [code, name]));
  }
}

function rowsOf(changes: readonly Change[], hosts: HostNames, words: Words): Comparison['rows'] {
  return changes
    .filter(({ field }) => !fieldOf(controlPath(field)[0] ?? '').personal)
    .map(({ field, before, after }) => ({
      label: fullLabelOf(field, words),
      before: leafText(field, before, hosts, words).value,
      after: leafText(field, after, hosts, words).value,
    }));
}
