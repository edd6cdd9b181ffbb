import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { holds, type Viewer } from '../domain/access/viewer';
import { batchUse, type BatchItem, type BatchUse } from '../domain/elements/batch-use';
import { stockOf, sumOf } from '../domain/elements/element-ledger';
import { Fraction } from '../domain/shared/fraction';
import { refuse, Refused } from '../domain/shared/refusal';
import { HostProfilesQueries, type ProfiledHost } from '../hosts/host-profiles.queries';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { isInsider, LeadTitlesQueries } from '../leads/lead-titles.queries';
import { DrawingLeadsQueries } from './drawing-leads.queries';
import { accountsOf, type ElementAccount } from './element-accounts';
import { LeadDraws } from './lead-draws.service';

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

/** 要素账本: each host's stock against what leads draw on it. */
@Injectable()
export class ElementsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly profiles: HostProfilesQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly titles: LeadTitlesQueries,
    private readonly drawing: DrawingLeadsQueries,
    private readonly drawn: LeadDraws,
  ) {}

  /**
   * The accounts of one host, in nine statements however many leads there are.
   * @throws Refused 404 for an unknown host and for another host's people
   */
  async ofHost(viewer: Viewer, hostId: string): Promise<HostAccounts> {
    const host = (await this.profiles.all()).find(({ id }) => id === hostId);
    if (!host || !mayRead(viewer, host)) throw new Refused(refuse('notFound'), 404);
    const ids = sql`select lead_id from lead_host where host_id = ${hostId}`;
    const found = await this.drawing.those(this.reader, sql`lead.id in (${ids})`, [host]);
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
    const all = await this.drawing.those(source, sql`lead.id in ${sql.list([...new Set(leadIds)])}`, hosts);
    const items: BatchItem[] = leadIds.flatMap((leadId, at) => {
      const lead = all.find((one) => one.leadId === leadId);
      return lead
        ? [{ position: at + 1, leadId, hostId: lead.hostId, draws: lead.isSettled ? [] : lead.draws }]
        : [];
    });
    const drawn = await this.drawn.on(source);
    const balances = hosts
      .filter(({ id }) => items.some(({ hostId }) => hostId === id))
      .map(({ id, stated }) => {
        const others = drawn(id, leadIds);
        const stock = stated ? [...stockOf(stated.profile)] : [];
        const left = stock.map(([element, entries]) => {
          const admitted = others.get(element)?.admitted ?? Fraction.zero;
          return [element, sumOf(entries).minus(admitted)] as const;
        });
        return { hostId: id, left: new Map(left) };
      });
    return {
      use: batchUse(items, balances),
      hostNames: new Map(hosts.map(({ id, name }) => [id, name])),
      homeless: items.flatMap(({ hostId, leadId }) => (hostId === null ? [leadId] : [])),
    };
  }
}

/** A host's people read their own; those who work with every lead read all. */
function mayRead(viewer: Viewer, host: ProfiledHost): boolean {
  if (holds(viewer, 'secretariat', 'supporter', 'inspector', 'leadingGroup')) return true;
  return holds(viewer, 'host') && host.unitId === viewer.unitId;
}
