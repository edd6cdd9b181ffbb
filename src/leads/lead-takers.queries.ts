import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { hostThatWouldGive } from '../domain/elements/element-ledger';
import { groupBy } from '../domain/shared/grouped';
import type { Day, Instant } from '../domain/shared/instant';
import type { StatementVerdict } from './answer-words';
import { StatementTerm } from './host-offer.entity';

/** On what a host would take a lead. */
export interface TakerTerm {
  readonly id: string;
  readonly text: string;
  readonly dueOn: Day | null;
}

/** The host that takes a lead: who accepted first, else who did on conditions, else the first that has not declined. */
export interface Taker {
  readonly leadId: string;
  readonly hostId: string;
  readonly hostName: string;
  readonly unitId: string | null;
  readonly verdict: StatementVerdict | null;
  /** Null while it has said nothing. */
  readonly statementId: string | null;
  readonly statedById: string | null;
  readonly statedByLabel: string | null;
  readonly statedAt: Instant | null;
  /** Its conditions; none unless it accepts on conditions. */
  readonly terms: readonly TakerTerm[];
}

/** Reads on whose ground leads will stand, for decisions, conditions and projects. */
@Injectable()
export class LeadTakersQueries {
  /** By lead, in two statements; a lead that every host has declined is missing. */
  async ofLeads(source: Source, leadIds: readonly string[]): Promise<Map<string, Taker>> {
    if (leadIds.length === 0) return new Map();
    const rows = await source.rows<Omit<Taker, 'terms'>>(
      sql`select lead_host.lead_id as "leadId", host.id as "hostId", host.name as "hostName",
            host.unit_id as "unitId", said.verdict, said.id as "statementId", said.by_id as "statedById",
            said.by_label as "statedByLabel", said.at as "statedAt"
          from lead_host join host on host.id = lead_host.host_id
          left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id in ${sql.list([...new Set(leadIds)])}
          order by lead_host.lead_id, lead_host.position`,
    );
    const takers = [...groupBy(rows, ({ leadId }) => leadId).values()].flatMap((asked) => {
      const hostId = hostThatWouldGive(asked);
      return asked.find((host) => host.hostId === hostId) ?? [];
    });
    const bound = takers.flatMap(({ verdict, statementId }) =>
      verdict === 'conditional' ? (statementId ?? []) : [],
    );
    const terms = groupBy(
      await source.find(
        StatementTerm,
        sql`where statement_id in ${sql.list(bound)} and kind = 'condition' order by statement_id, position`,
      ),
      ({ statementId }) => statementId,
    );
    return new Map(
      takers.map((taker) => [
        taker.leadId,
        {
          ...taker,
          terms: (terms.get(taker.statementId ?? '') ?? []).map(({ id, text, dueOn }) => ({
            id,
            text,
            dueOn,
          })),
        },
      ]),
    );
  }
}
