import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { Computed } from '../domain/lead/computed';
import type { LeadContent } from '../domain/lead/content';
import type { DuplicateGround } from '../domain/lead/duplicates';
import { intakeDue } from '../domain/lead/intake-clock';
import type { FieldProblem } from '../domain/lead/problem';
import { PromiseTimes, type PromiseTime } from '../promises/promise-times.service';
import { QuestionsQueries } from '../questions/questions.queries';
import type { AlikeInQueue, IntakeFacts, TransferStanding } from './intake-facts';
import type { QueueRow } from './intake-queue.queries';

export type { IntakeFacts } from './intake-facts';

/** Gathers what the checks of a page of the queue need: one statement for each kind of fact, however many leads. */
@Injectable()
export class IntakeFactsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly questions: QuestionsQueries,
    private readonly times: PromiseTimes,
  ) {}

  /** By lead. */
  async of(rows: readonly QueueRow[], time: PromiseTime): Promise<Map<string, IntakeFacts>> {
    if (rows.length === 0) return new Map();
    const ids = rows.map(({ id }) => id);
    const revisions = await this.revisions(ids);
    const alike = await this.alike(ids);
    const papers = await this.papers(ids);
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
          alike: alike.get(id) ?? [],
          papers: papers.get(id) ?? new Map<string, number>(),
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

  private async alike(ids: readonly string[]): Promise<Map<string, AlikeInQueue[]>> {
    const rows = await this.reader.rows<Omit<AlikeInQueue, 'grounds'> & { ofId: string; grounds: string }>(
      sql`select noted.lead_id as "ofId", other.id as "leadId", other.number,
            other.investor_name as "investorName", unit.name as "unitName",
            other.submitted_at as "submittedAt", noted.grade, noted.grounds, noted.similarity
          from lead_duplicate noted join lead on lead.id = noted.lead_id and lead.revision = noted.revision
          join lead other on other.id = noted.other_id join unit on unit.id = other.scout_unit_id
          where noted.lead_id in ${sql.list(ids)} order by noted.grade, other.submitted_at`,
    );
    return grouped(rows, ({ ofId, grounds, ...row }) => [
      ofId,
      { ...row, grounds: grounds.split(',') as DuplicateGround[] },
    ]);
  }

  private async papers(ids: readonly string[]): Promise<Map<string, Map<string, number>>> {
    const rows = await this.reader.rows<{ leadId: string; kind: string; n: number | string }>(
      sql`select lead_id as "leadId", kind, count(*) as n from lead_file
          where lead_id in ${sql.list(ids)} group by lead_id, kind`,
    );
    const byLead = new Map<string, Map<string, number>>();
    for (const { leadId, kind, n } of rows)
      byLead.set(leadId, new Map([...(byLead.get(leadId) ?? []), [kind, Number(n)]]));
    return byLead;
  }

  private async transfers(ids: readonly string[]): Promise<Map<string, TransferStanding[]>> {
    const rows = await this.reader.rows<TransferStanding & { leadId: string }>(
      sql`select said.lead_id as "leadId", said.kind, said.state, host.name as "hostName", said.tier
          from lead_transfer said left join host on host.id = said.to_host_id
          where said.lead_id in ${sql.list(ids)} and said.state <> 'replaced' order by said.proposed_at desc, said.id desc`,
    );
    return grouped(rows, ({ leadId, ...row }) => [leadId, row]);
  }
}

function grouped<Row, Value>(
  rows: readonly Row[],
  entry: (row: Row) => readonly [string, Value],
): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const row of rows) {
    const [key, value] = entry(row);
    groups.set(key, [...(groups.get(key) ?? []), value]);
  }
  return groups;
}
