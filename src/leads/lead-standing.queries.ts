import { Injectable } from '@nestjs/common';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { refuse, type Refusal } from '../domain/shared/refusal';
import type { StatementVerdict } from './answer-words';

/** How far the hosts of a lead have come before a round. */
export interface HostsStanding {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  /** Hosts asked, in the order of choice. */
  readonly hosts: readonly { readonly name: string; readonly verdict: StatementVerdict | null }[];
  /** Somebody was asked and everybody has declined. */
  readonly isDeclinedByAll: boolean;
  /** The written word given since the last decline. */
  readonly word: string | null;
}

interface Row {
  leadId: string;
  number: string | null;
  title: string;
  hostName: string;
  verdict: StatementVerdict | null;
  at: string | null;
}

/** Reads what the hosts of some leads have said, for rounds and for the secretariat. */
@Injectable()
export class LeadStandingQueries {
  /** By lead, in the order given: two statements, whatever their number. */
  async ofLeads(source: Source, leadIds: readonly string[]): Promise<HostsStanding[]> {
    if (leadIds.length === 0) return [];
    const these = sql.list([...new Set(leadIds)]);
    const rows = await source.rows<Row>(
      sql`select lead.id as "leadId", lead.number, lead.title, host.name as "hostName", said.verdict, said.at
          from lead join lead_host on lead_host.lead_id = lead.id join host on host.id = lead_host.host_id
          left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead.id in ${these} order by lead.id, lead_host.position`,
    );
    const words = await source.rows<{ leadId: string; text: string; at: string }>(
      sql`select lead_id as "leadId", text, at from declined_word where lead_id in ${these} order by at, id`,
    );
    return [...new Set(leadIds)].flatMap((leadId) => {
      const own = rows.filter((row) => row.leadId === leadId);
      const [first] = own;
      if (!first) return [];
      const lastSaid = own.reduce((last, { at }) => ((at ?? '') > last ? (at ?? '') : last), '');
      const word = words.filter((one) => one.leadId === leadId && one.at >= lastSaid).at(-1);
      return [
        {
          leadId,
          number: first.number ?? '',
          title: first.title,
          hosts: own.map(({ hostName, verdict }) => ({ name: hostName, verdict })),
          isDeclinedByAll: own.every(({ verdict }) => verdict === 'decline'),
          word: word?.text ?? null,
        },
      ];
    });
  }
}

/** Why these leads cannot enter a round: every host has declined one of them and nobody has written why it goes on. */
export function declinedRefusal(standings: readonly HostsStanding[]): Refusal | null {
  const found = standings.find(({ isDeclinedByAll, word }) => isDeclinedByAll && word === null);
  return found ? refuse('hostsAllDeclined', { number: found.number, title: found.title }) : null;
}

/** The same where the city wants every host's word before a round opens. */
export function silentRefusal(standings: readonly HostsStanding[]): Refusal | null {
  const found = standings.find(({ hosts }) => hosts.some(({ verdict }) => verdict === null));
  return found ? refuse('hostsSilent', { number: found.number, title: found.title }) : null;
}
