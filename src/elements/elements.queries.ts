import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import { groupBy } from '../domain/shared/grouped';
import { holds, type Viewer } from '../domain/access/viewer';
import { batchUse, type BatchItem, type BatchUse } from '../domain/elements/batch-use';
import {
  drawsOf,
  hostThatWouldGive,
  stockOf,
  sumOf,
  type AnsweredElement,
  type AskedHost,
  type Draw,
  type StockEntry,
} from '../domain/elements/element-ledger';
import { LEDGER_ELEMENTS, type LedgerElement } from '../domain/elements/element-units';
import type { LeadContent } from '../domain/lead/lead-content';
import type { LeadState } from '../domain/lead/states';
import type { Fraction } from '../domain/shared/fraction';
import { refuse, Refused } from '../domain/shared/refusal';
import { HostProfilesQueries, type ProfiledHost } from '../hosts/host-profiles.queries';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { isInsider, LeadTitlesQueries } from '../leads/lead-titles.queries';
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

/** A lead that draws on a host. */
export interface DrawingLead {
  readonly leadId: string;
  readonly number: string;
  readonly title: string;
  readonly state: LeadState;
  readonly hostId: string | null;
  /** The host has accepted; otherwise it is only the first that has not declined. */
  readonly isAccepted: boolean;
  readonly draws: readonly Draw[];
  /** Its host has already taken it off its figures. */
  readonly isSettled: boolean;
  /** The viewer may not know which lead it is; its figures count all the same. */
  readonly isHidden: boolean;
}

/** An element of a host: what there is, what draws on it, what would be left. */
export interface ElementAccount {
  readonly element: LedgerElement;
  /** Null where the host has stated nothing. */
  readonly stock: readonly StockEntry[] | null;
  readonly draws: readonly { readonly lead: DrawingLead; readonly draw: Draw }[];
  readonly has: Fraction | null;
  readonly admitted: Fraction;
  readonly pending: Fraction;
  /** After admitted leads alone. */
  readonly left: Fraction | null;
  /** If every pending lead were admitted too. */
  readonly leftAfterAll: Fraction | null;
}

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

  private async leads(
    source: Source,
    condition: Sql,
    hosts: readonly ProfiledHost[],
  ): Promise<DrawingLead[]> {
    const rows = await source.rows<LeadRow>(
      sql`select lead.id as "leadId", lead.number, lead.title, lead.state, lead.content from lead
          where lead.state in ${sql.list([...DRAWING])} and (${condition})
          order by case lead.state when 'admitted' then 0 else 1 end, lead.submitted_at, lead.id`,
    );
    const ids = rows.map(({ leadId }) => leadId);
    const gone = await this.exits.of(
      source,
      rows.filter(({ state }) => state === 'admitted').map(({ leadId }) => leadId),
    );
    const asked = groupBy(await this.asked(source, ids), ({ leadId }) => leadId);
    const answers = groupBy(await this.answers(source, ids), ({ leadId }) => leadId);
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
  private asked(source: Source, ids: readonly string[]): Promise<(AskedHost & { leadId: string })[]> {
    return source.rows(
      sql`select lead_host.lead_id as "leadId", lead_host.host_id as "hostId", said.verdict
          from lead_host left join host_statement said on said.id =
            (select id from host_statement newest where newest.lead_id = lead_host.lead_id
               and newest.host_id = lead_host.host_id order by newest.at desc, newest.id desc limit 1)
          where lead_host.lead_id in ${sql.list(ids)} order by lead_host.lead_id, lead_host.position`,
    );
  }

  /** The newest answer on each element first. */
  private answers(source: Source, ids: readonly string[]): Promise<(AnsweredElement & { leadId: string })[]> {
    return source.rows(
      sql`select lead_id as "leadId", element, verdict, quantity, unit from element_answer
          where lead_id in ${sql.list(ids)} order by at desc, id desc`,
    );
  }
}

/** A host's people read their own; those who work with every lead read all. */
function mayRead(viewer: Viewer, host: ProfiledHost): boolean {
  if (holds(viewer, 'secretariat', 'supporter', 'inspector', 'leadingGroup')) return true;
  return holds(viewer, 'host') && host.unitId === viewer.unitId;
}

function accountsOf({ stated }: ProfiledHost, leads: readonly DrawingLead[]): ElementAccount[] {
  const stocks = stated ? stockOf(stated.profile) : new Map<LedgerElement, readonly StockEntry[]>();
  return LEDGER_ELEMENTS.map((element) => {
    const stock = stocks.get(element) ?? null;
    const draws = leads.flatMap((lead) => {
      const draw = lead.draws.find((one) => one.element === element);
      return draw ? [{ lead, draw }] : [];
    });
    const drawn = (isAdmitted: boolean): Fraction =>
      sumOf(
        draws
          .filter(({ lead }) => !lead.isSettled && (lead.state === 'admitted') === isAdmitted)
          .map(({ draw }) => draw),
      );
    const [admitted, pending] = [drawn(true), drawn(false)];
    const has = stock && sumOf(stock);
    const left = has && has.minus(admitted);
    return { element, stock, draws, has, admitted, pending, left, leftAfterAll: left && left.minus(pending) };
  });
}
