import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { AnswerVerdict, DeclineReason, Element, StatementVerdict } from './answer-words';

/** What a host says now; `statedAt` null while it has said nothing. */
export interface StatementRow {
  readonly hostId: string;
  readonly hostName: string;
  readonly hostUnitId: string | null;
  readonly verdict: StatementVerdict | null;
  readonly reasonCode: DeclineReason | null;
  readonly text: string | null;
  readonly byLabel: string | null;
  readonly statedAt: string | null;
}

/** The newest answer about an element. */
export interface AnswerRow {
  readonly element: Element;
  readonly verdict: AnswerVerdict;
  readonly quantity: string | null;
  readonly unit: string | null;
  readonly availableOn: string | null;
  readonly text: string;
  readonly byLabel: string;
  readonly at: string;
}

/** Reads what hosts and departments say of a lead; of several by the same host the newest stands. */
@Injectable()
export class LeadAnswersQueries {
  /** One row for each intended host, in the order of choice. */
  statements(source: Source, leadId: string): Promise<StatementRow[]> {
    return source.rows<StatementRow>(
      sql`select host.id as "hostId", host.name as "hostName", host.unit_id as "hostUnitId", said.verdict,
            said.reason_code as "reasonCode", said.text, said.by_label as "byLabel", said.at as "statedAt"
          from lead_host join host on host.id = lead_host.host_id
          left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id = ${leadId} order by lead_host.position`,
    );
  }

  /** The newest answer on each element. */
  async elementAnswers(source: Source, leadId: string): Promise<AnswerRow[]> {
    const rows = await source.rows<AnswerRow>(
      sql`select element, verdict, quantity, unit, available_on as "availableOn", text, by_label as "byLabel", at
          from element_answer where lead_id = ${leadId} order by at, id`,
    );
    return [...new Map(rows.map((row) => [row.element, row])).values()];
  }
}
