import { setImmediate as breathe } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql, type Sql } from '../database/sql';
import { neverJudges } from '../domain/access/lead-access';
import { maskedPhone } from '../domain/access/masked';
import type { Viewer } from '../domain/access/viewer';
import type { Track } from '../domain/lead/dictionaries';
import type { LeadContent } from '../domain/lead/content';
import type { LeadState } from '../domain/lead/states';
import { HostsQueries } from '../hosts/hosts.queries';
import { contentOf } from './lead-columns';
import { readLeadFilter, type LeadFilter } from './lead-filter';
import { notKeptFrom } from './lead-interests.queries';
import { conditions, seesAll, selection } from './lead-list.queries';
import { planSearch } from './lead-search.queries';

/** A lead to be taken away, with all that the viewer may read of it. */
export interface ExportedLead {
  readonly id: string;
  readonly number: string | null;
  readonly state: LeadState;
  readonly track: Track | null;
  readonly title: string;
  readonly investorName: string;
  /** Hundredths of 万元. */
  readonly totalInvestment: number | null;
  readonly fixedAsset: number | null;
  readonly createdAt: string;
  readonly submittedAt: string | null;
  readonly unitName: string;
  readonly scoutName: string;
  readonly hostName: string | null;
  /** What the scout stated, the contact masked where it is not for the viewer; null where only the list was asked for. */
  readonly content: LeadContent | null;
}

interface Wanted {
  readonly scope: Sql;
  readonly own: boolean;
  readonly filter: LeadFilter;
  readonly withContent: boolean;
  readonly contacts: boolean;
}

/** Leads read with one statement; between two of them others are answered. */
const atOnce = 200;

/** Reads the lead list to its end, a few hundred rows at a time and never more of them in memory. */
@Injectable()
export class LeadExportQueries {
  constructor(
    private readonly reader: Reader,
    private readonly hosts: HostsQueries,
  ) {}

  /**
   * The same leads as the list of this address, in the order of their day. Contacts in full for the scout's own leads
   * only: others see one after the other, each with its reason.
   */
  rows(
    viewer: Viewer,
    query: Readonly<Record<string, unknown>>,
    withContent: boolean,
  ): AsyncGenerator<ExportedLead> {
    const own = !seesAll(viewer);
    const reported = sql`lead.submitted_at is not null`;
    const others = neverJudges(viewer) ? reported : sql`${reported} and ${notKeptFrom(viewer)}`;
    return this.read({
      scope: own ? sql`lead.scout_id = ${viewer.personId}` : others,
      own,
      filter: readLeadFilter(query),
      withContent,
      contacts: own,
    });
  }

  /** Every reported lead, for whoever runs the server. */
  everything(contacts: boolean): AsyncGenerator<ExportedLead> {
    const scope = sql`lead.submitted_at is not null`;
    return this.read({ scope, own: false, filter: readLeadFilter({}), withContent: true, contacts });
  }

  private async *read({ scope, own, filter, withContent, contacts }: Wanted): AsyncGenerator<ExportedLead> {
    const hosts = await this.hosts.all();
    const search = await planSearch(this.reader, filter.q, own);
    const column = sql.raw(own ? 'lead.listed_at' : 'lead.submitted_at');
    const upwards = filter.sort === 'submitted';
    const direction = sql.raw(upwards ? 'asc' : 'desc');
    const compared = sql.raw(upwards ? '>' : '<');
    const content = withContent ? sql`, lead.content` : sql.empty;
    let last: { at: string; id: string } | null = null;
    for (;;) {
      const behind: Sql[] =
        last === null
          ? []
          : [
              sql`(${column} ${compared} ${last.at} or (${column} = ${last.at} and lead.id ${compared} ${last.id}))`,
            ];
      const asked = { search, where: [scope, ...conditions(filter, hosts), ...behind], filter, own };
      const page = sql`select lead.id ${selection(asked)} order by ${column} ${direction}, lead.id ${direction}
        limit ${atOnce}`;
      const found: Stored[] = await this.reader.rows<Stored>(
        sql`select lead.id, lead.number, lead.state, lead.track, lead.title, lead.investor_name as "investorName",
              lead.total_investment as "totalInvestment", lead.fixed_asset as "fixedAsset",
              lead.created_at as "createdAt", lead.submitted_at as "submittedAt", ${column} as at,
              unit.name as "unitName", person.name as "scoutName", host.name as "hostName"${content}
            from (${page}) as page cross join lead cross join unit cross join person
            left join host on host.id = lead.first_host_id
            where lead.id = page.id and unit.id = lead.scout_unit_id and person.id = lead.scout_id
            order by ${column} ${direction}, lead.id ${direction}`,
      );
      for (const { at: _, content: text, ...lead } of found)
        yield {
          ...lead,
          content: text === undefined ? null : readable(contentOf({ content: text }), contacts),
        };
      const end: Stored | undefined = found.at(-1);
      if (end === undefined || found.length < atOnce) return;
      last = { at: end.at, id: end.id };
      await breathe();
    }
  }
}

type Stored = Omit<ExportedLead, 'content'> & { readonly at: string; readonly content?: string };

/** As on the page of the lead: others see enough of a number to recognise it, and nothing of a referrer. */
function readable(content: LeadContent, contacts: boolean): LeadContent {
  if (contacts) return content;
  const { contact, referrer } = content;
  const blank = <Group extends object>(group: Group): Group =>
    Object.fromEntries(Object.keys(group).map((key) => [key, null])) as Group;
  const mobile = contact.mobile === null ? null : maskedPhone(contact.mobile);
  const asTyped = Object.fromEntries(
    Object.entries(content.asTyped).filter(([control]) => !/^(contact|referrer)\[/.test(control)),
  );
  return { ...content, contact: { ...blank(contact), mobile }, referrer: blank(referrer), asTyped };
}
