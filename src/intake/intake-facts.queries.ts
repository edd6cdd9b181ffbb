import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import { intakeDue } from '../domain/lead/intake-clock';
import type { FieldProblem } from '../domain/lead/problem';
import { groupBy } from '../domain/shared/grouped';
import type { CheckSay } from '../http/views/check';
import { LeadChecks } from '../leads/lead-checks.service';
import { PromiseTimes, type PromiseTime } from '../promises/promise-times.service';
import { QuestionsQueries } from '../questions/questions.queries';
import type { IntakeFacts, TransferStanding } from './intake-facts';
import type { QueueRow } from './intake-queue.queries';

export type { IntakeFacts } from './intake-facts';

/** Gathers what the checks of a page of the queue need: no more statements for many leads than for one. */
@Injectable()
export class IntakeFactsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly checks: LeadChecks,
    private readonly questions: QuestionsQueries,
    private readonly times: PromiseTimes,
  ) {}

  /** By lead. */
  async of(rows: readonly QueueRow[], time: PromiseTime): Promise<Map<string, IntakeFacts>> {
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const revisions = await this.revisions(ids);
    const found = await this.checks.ofLeads([...revisions].map(([id, revision]) => ({ id, ...revision })));
    const transfers = await this.transfers(ids);
    const open = await this.questions.openCounts(ids);
    const pauses = await this.times.pauses(ids);
    return new Map(
      rows.flatMap((row) => {
        const { id, stateAt: begunAt } = row;
        const revision = revisions.get(id);
        if (!revision) return [];
        const dueAt = intakeDue(time.calendar, begunAt, row, time.limits);
        const facts = {
          ...revision,
          tier: row.tier,
          found: found.get(id) ?? new Map<string, CheckSay>(),
          transfers: transfers.get(id) ?? [],
          openQuestions: open.get(id) ?? 0,
          end: this.times.endOf({ kind: 'intake', leadId: id, begunAt, dueAt }, pauses, time),
        };
        return [[id, facts] as const];
      }),
    );
  }

  private async revisions(ids: readonly string[]) {
    const rows = await this.reader.rows<{ leadId: string; content: string; findings: string }>(
      sql`select revision.lead_id as "leadId", revision.content, revision.findings from lead_revision revision
          join lead on lead.id = revision.lead_id and lead.revision = revision.number
          where lead.id in ${sql.list(ids)}`,
    );
    return new Map(
      rows.map(({ leadId, content, findings }) => {
        const found = JSON.parse(findings) as { warnings: FieldProblem[]; computed: Computed };
        return [leadId, { content: JSON.parse(content) as LeadContent, ...found }];
      }),
    );
  }

  private async transfers(ids: readonly string[]): Promise<Map<string, TransferStanding[]>> {
    const rows = await this.reader.rows<TransferStanding & { leadId: string }>(
      sql`select said.lead_id as "leadId", said.kind, said.state, host.name as "hostName", said.tier
          from lead_transfer said left join host on host.id = said.to_host_id
          where said.lead_id in ${sql.list(ids)} and said.state <> 'replaced' order by said.proposed_at desc, said.id desc`,
    );
    return groupBy(rows, ({ leadId }) => leadId);
  }
}
