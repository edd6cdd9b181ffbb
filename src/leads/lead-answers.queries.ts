import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { StatementTerm } from './host-offer.entity';
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
  /** Conditions with their days, or after a decline what would have to change. */
  readonly terms: readonly { readonly text: string; readonly dueOn: string | null }[];
  /** Null for a host that the scout named. */
  readonly offer: OfferRead | null;
  /** When the secretariat last took the lead in; the hosts its scout named have their term from then on. */
  readonly acceptedAt: string | null;
}

/** How a host came to be asked that the scout had not named. */
export interface OfferRead {
  readonly offeredAt: string;
  readonly cause: 'declined' | 'chosen';
  readonly reason: string;
  readonly originShare: number;
  readonly shareYears: number;
}

type StatedRow = Omit<StatementRow, 'terms' | 'offer'> & {
  readonly statementId: string | null;
  readonly offeredAt: string | null;
} & Omit<OfferRead, 'offeredAt'>;

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
  async statements(source: Source, leadId: string): Promise<StatementRow[]> {
    const rows = await source.rows<StatedRow>(
      sql`select host.id as "hostId", host.name as "hostName", host.unit_id as "hostUnitId", said.verdict,
            said.reason_code as "reasonCode", said.text, said.by_label as "byLabel", said.at as "statedAt", said.id as "statementId",
            offer.offered_at as "offeredAt", offer.cause, offer.reason, offer.origin_share as "originShare",
            offer.share_years as "shareYears", lead.accepted_at as "acceptedAt"
          from lead_host join lead on lead.id = lead_host.lead_id
          join host on host.id = lead_host.host_id
          left join host_offer offer on offer.lead_id = lead_host.lead_id and offer.host_id = lead_host.host_id
          left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id = ${leadId} order by lead_host.position`,
    );
    const said = rows.flatMap(({ statementId }) => statementId ?? []);
    const terms =
      said.length === 0
        ? []
        : await source.find(
            StatementTerm,
            sql`where statement_id in ${sql.list(said)} order by statement_id, position`,
          );
    return rows.map(({ statementId, offeredAt, cause, reason, originShare, shareYears, ...row }) => ({
      ...row,
      terms: terms
        .filter((term) => term.statementId === statementId)
        .map(({ text, dueOn }) => ({ text, dueOn })),
      offer: offeredAt === null ? null : { offeredAt, cause, reason, originShare, shareYears },
    }));
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
