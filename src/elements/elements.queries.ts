import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { groupBy } from '../domain/shared/grouped';
import { holds, type Viewer } from '../domain/access/viewer';
import { batchUse, type BatchItem, type BatchUse } from '../domain/elements/batch-use';
import type { LeadDraw } from '../domain/elements/drawn';
import {
  drawsOf,
  hostThatWouldGive,
  type AnsweredElement,
  type AskedHost,
} from '../domain/elements/element-ledger';
import type { LeadContent } from '../domain/lead/lead-content';
import type { LeadState } from '../domain/lead/states';
import { refuse, Refused } from '../domain/shared/refusal';
import { HostProfilesQueries, type ProfiledHost } from '../hosts/host-profiles.queries';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { isInsider, LeadTitlesQueries } from '../leads/lead-titles.queries';
import { accountsOf, type DrawingLead, type ElementAccount } from './element-accounts';
import { LeadExits } from './lead-exits.service';

/** Admitted leads have their share; the others would have it if they were admitted. Whoever left has none. */
const DRAWING: readonly LeadState[] = [
  'admitted',
  'queued',
  'inReview',
  'consulting',
  'resubmit',
  'deferred',
];

export type { DrawingLead, ElementAccount } from './element-accounts';

export interface HostAccounts {
  readonly host: ProfiledHost;
  readonly accounts: readonly ElementAccount[];
}

export interface BatchAccount {
  readonly use: BatchUse;
  readonly hostNames: ReadonlyMap<string, string>;
  /** Items that no host would give ground to. */
  readonly homeless: readonly string[];
}

interface LeadRow {
  leadId: string;
  number: string | null;
  title: string;
  state: LeadState;
  content: string;
}

/** 要素账本: each host's stock against what leads draw on it. */
@Injectable()
export class ElementsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly profiles: HostProfilesQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly exits: LeadExits,
    private readonly titles: LeadTitlesQueries,
  ) {}

  /**
   * The accounts of one host, in nine statements however many leads there are.
   * @throws Refused 404 for an unknown host and for another host's people
   */
  async ofHost(viewer: Viewer, hostId: string): Promise<HostAccounts> {
    const host = (await this.profiles.all()).find(({ id }) => id === hostId);
    if (!host || !mayRead(viewer, host)) throw new Refused(refuse('notFound'), 404);
    const ids = sql`select lead_id from lead_host where host_id = ${hostId}`;
    const found = await this.leads(this.reader, sql`lead.id in (${ids})`, [host]);
    const mayKnow = isInsider(viewer) || host.unitId === viewer.unitId;
    const leads = mayKnow ? found : await this.titles.outside(this.reader, found);
    const kept = await this.interests.keptFrom(
      this.reader,
      viewer,
      leads.map(({ leadId }) => leadId),
    );
    const own = leads
      .filter((lead) => lead.hostId === hostId)
      .map((lead) => ({ ...lead, isHidden: kept.has(lead.leadId) }));
    return { host, accounts: accountsOf(host, own) };
  }

  /** What the leads of a batch would use together, in the order given. */
  async ofBatch(leadIds: readonly string[], source: Source = this.reader): Promise<BatchAccount> {
    const hosts = await this.profiles.all(source);
    const these = sql.list([...new Set(leadIds)]);
    const shared = sql`select host_id from lead_host where lead_id in ${these}`;
    const all = await this.leads(
      source,
      sql`lead.id in ${these} or (lead.state = 'admitted' and lead.id in
        (select lead_id from lead_host where host_id in (${shared})))`,
      hosts,
    );
    const items: BatchItem[] = leadIds.flatMap((leadId, at) => {
      const lead = all.find((one) => one.leadId === leadId);
      return lead
        ? [{ position: at + 1, leadId, hostId: lead.hostId, draws: lead.isSettled ? [] : lead.draws }]
        : [];
    });
    const inBatch = new Set(leadIds);
    const balances = hosts
      .filter(({ id }) => items.some(({ hostId }) => hostId === id))
      .map((host) => {
        const others = all.filter((lead) => lead.hostId === host.id && !inBatch.has(lead.leadId));
        const left = accountsOf(host, others).flatMap(({ element, left }) =>
          left ? [[element, left] as const] : [],
        );
        return { hostId: host.id, left: new Map(left) };
      });
    return {
      use: batchUse(items, balances),
      hostNames: new Map(hosts.map(({ id, name }) => [id, name])),
      homeless: items.flatMap(({ hostId, leadId }) => (hostId === null ? [leadId] : [])),
    };
  }

  /** What every lead draws on the host that would take it; what a host has taken off its figures is left out. */
  async draws(source: Source): Promise<LeadDraw[]> {
    const leads = await this.leads(source, sql`1 = 1`, await this.profiles.all(source));
    return leads.flatMap(({ leadId, hostId, state, isSettled, draws }) =>
      hostId === null || isSettled
        ? []
        : draws.map(({ element, quantity }) => ({
            leadId,
            hostId,
            element,
            quantity,
            isAdmitted: state === 'admitted',
          })),
    );
  }

  private async leads(
    source: Source,
    condition: Sql,
    hosts: readonly ProfiledHost[],
  ): Promise<DrawingLead[]> {
    const these = sql`lead.state in ${sql.list([...DRAWING])} and (${condition})`;
    const rows = await source.rows<LeadRow>(
      sql`select lead.id as "leadId", lead.number, lead.title, lead.state, lead.content from lead where ${these}
          order by case lead.state when 'admitted' then 0 else 1 end, lead.submitted_at, lead.id`,
    );
    const gone = await this.exits.of(
      source,
      rows.filter(({ state }) => state === 'admitted').map(({ leadId }) => leadId),
    );
    const asked = groupBy(await this.asked(source, these), ({ leadId }) => leadId);
    const answers = groupBy(await this.answers(source, these), ({ leadId }) => leadId);
    const settled = new Map(hosts.map(({ id, stated }) => [id, new Set(stated?.profile.settledLeads ?? [])]));
    return rows
      .filter(({ leadId }) => !gone.has(leadId))
      .map(({ content, ...row }) => {
        const own = asked.get(row.leadId) ?? [];
        const hostId = hostThatWouldGive(own);
        return {
          ...row,
          number: row.number ?? '',
          hostId,
          isAccepted: own.some((one) => one.hostId === hostId && one.verdict !== null),
          draws: drawsOf(JSON.parse(content) as LeadContent, answers.get(row.leadId) ?? []),
          isSettled: settled.get(hostId ?? '')?.has(row.number ?? '') ?? false,
          isHidden: false,
        };
      });
  }

  /** Who was asked, in the order of choice, with the newest word of each. */
  private asked(source: Source, these: Sql): Promise<(AskedHost & { leadId: string })[]> {
    return source.rows(
      sql`select lead_host.lead_id as "leadId", lead_host.host_id as "hostId", said.verdict
          from lead_host left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id in (select lead.id from lead where ${these})
          order by lead_host.lead_id, lead_host.position`,
    );
  }

  /** The newest answer on each element first. */
  private answers(source: Source, these: Sql): Promise<(AnsweredElement & { leadId: string })[]> {
    return source.rows(
      sql`select lead_id as "leadId", element, verdict, quantity, unit from element_answer
          where lead_id in (select lead.id from lead where ${these}) order by at desc, id desc`,
    );
  }
}

/** A host's people read their own; those who work with every lead read all. */
function mayRead(viewer: Viewer, host: ProfiledHost): boolean {
  if (holds(viewer, 'secretariat', 'supporter', 'inspector', 'leadingGroup')) return true;
  return holds(viewer, 'host') && host.unitId === viewer.unitId;
}
