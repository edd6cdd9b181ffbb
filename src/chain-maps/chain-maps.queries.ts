import { Injectable } from '@nestjs/common';
import { CageQueries, type ProjectOfLead } from '../cage/cage.queries';
import { ChainsQueries, type ChainCard, type SegmentRow } from '../chains/chains.queries';
import { TargetFirmsQueries, type FirmCard } from '../chains/target-firms.queries';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import { maySeeInvestor, maySeeLead, type LeadFacts } from '../domain/access/lead-access';
import { holds, type Viewer } from '../domain/access/viewer';
import type { LeadContent } from '../domain/lead/content';
import type { LeadState } from '../domain/lead/states';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';

/** A lead on the map, as much of it as the viewer may see. */
export interface MappedLead {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: LeadState;
  readonly acceptedAt: string | null;
  /** What names the investor, to be veiled; null where the viewer may know it. */
  readonly hidden: readonly (string | null)[] | null;
  /** Segments it speaks of, and those of the target firm that invests. */
  readonly segmentIds: readonly string[];
  /** Where it is in the cage and the viewer may see that. */
  readonly project: ProjectOfLead | null;
}

export interface ChainMapData {
  readonly chain: ChainCard;
  readonly segments: readonly SegmentRow[];
  readonly firms: readonly FirmCard[];
  readonly leads: readonly MappedLead[];
  /** More leads than a map takes: only the newest were looked at. */
  readonly newestOnly: boolean;
}

interface Row {
  id: string;
  number: string;
  title: string;
  state: LeadState;
  acceptedAt: string | null;
  scoutId: string;
  uscc: string | null;
  investorKey: string;
  investorName: string;
  parentKey: string | null;
  content: string;
}

/** More would be no map; the newest are on it. */
const MOST_LEADS = 200;

/** Reads what stands on a chain: the same number of statements however much there is. */
@Injectable()
export class ChainMapsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly chains: ChainsQueries,
    private readonly firms: TargetFirmsQueries,
    private readonly interests: LeadInterestsQueries,
    private readonly cage: CageQueries,
  ) {}

  /** Null for a chain that does not exist. */
  async map(viewer: Viewer, chainId: string): Promise<ChainMapData | null> {
    const chain = await this.chains.byId(chainId);
    if (chain === null) return null;
    const segments = await this.chains.segments(chainId);
    const firms = (await this.firms.all(chainId)).filter(({ state }) => state !== 'dropped');
    const rows = await this.rows(viewer, chainId);
    const seen = await this.seen(viewer, rows.slice(0, MOST_LEADS));
    const spoken = await this.spoken(seen.map(({ row }) => row.id));
    const ids = seen.map(({ row }) => row.id);
    const projects = await this.cage.ofLeads(viewer, ids);
    return {
      chain,
      segments,
      firms,
      newestOnly: rows.length > MOST_LEADS,
      leads: seen.map(({ row, named }) => ({
        id: row.id,
        number: row.number,
        title: row.title,
        state: row.state,
        acceptedAt: row.acceptedAt,
        hidden: named ? null : [row.investorName, row.investorKey, row.parentKey, row.uscc],
        segmentIds: segmentsOf(row, firms, spoken.get(row.id) ?? []),
        project: projects.get(row.id) ?? null,
      })),
    };
  }

  /** Reported leads of the chain that may concern the viewer, the newest first; the rule itself is asked after. */
  private rows(viewer: Viewer, chainId: string): Promise<Row[]> {
    return this.reader.rows<Row>(
      sql`select lead.id, coalesce(lead.number, '') as number, lead.title, lead.state,
            lead.accepted_at as "acceptedAt", lead.scout_id as "scoutId", lead.uscc,
            lead.investor_key as "investorKey", lead.investor_name as "investorName",
            lead.parent_key as "parentKey", lead.content
          from chain_lead join lead on lead.id = chain_lead.lead_id
          where chain_lead.chain_id = ${chainId} and lead.state not in ('withdrawn', 'merged')
            and ${mayConcern(viewer)}
          order by lead.submitted_at desc, lead.id limit ${MOST_LEADS + 1}`,
    );
  }

  /** Those the viewer may see, and whether with the investor's name: by the rule that the lead's own page follows. */
  private async seen(viewer: Viewer, rows: readonly Row[]): Promise<{ row: Row; named: boolean }[]> {
    const ids = rows.map(({ id }) => id);
    const kept = await this.interests.keptFrom(this.reader, viewer, ids);
    const hosts = await this.reader.rows<{ leadId: string; unitId: string }>(
      sql`select lead_host.lead_id as "leadId", host.unit_id as "unitId" from lead_host
          join host on host.id = lead_host.host_id
          where host.unit_id is not null and lead_host.lead_id in ${sql.list(ids)}`,
    );
    return rows.flatMap((row) => {
      const content = JSON.parse(row.content) as LeadContent;
      const facts: LeadFacts = {
        state: row.state,
        scoutId: row.scoutId,
        coScoutAccounts: (content.coScouts ?? []).flatMap(({ account }) => account ?? []),
        hostUnitIds: hosts.filter(({ leadId }) => leadId === row.id).map(({ unitId }) => unitId),
        isRestricted: content.sensitivity === 'restricted',
        keptAwayIds: kept.has(row.id) ? [viewer.personId] : [],
      };
      return maySeeLead(viewer, facts) === null ? [{ row, named: maySeeInvestor(viewer, facts) }] : [];
    });
  }

  private async spoken(leadIds: readonly string[]): Promise<Map<string, string[]>> {
    const rows = await this.reader.rows<{ leadId: string; segmentId: string }>(
      sql`select lead_id as "leadId", segment_id as "segmentId" from chain_lead_segment
          where lead_id in ${sql.list(leadIds)} order by segment_id`,
    );
    const found = new Map<string, string[]>();
    for (const { leadId, segmentId } of rows) found.set(leadId, [...(found.get(leadId) ?? []), segmentId]);
    return found;
  }
}

/** A first sieve by index, so that a scout's few leads are not lost among the newest of all. */
function mayConcern(viewer: Viewer): Sql {
  if (holds(viewer, 'secretariat', 'inspector', 'leadingGroup', 'supporter')) return sql`1 = 1`;
  const { personId, unitId, account } = viewer;
  const theirs: Sql[] = [];
  if (holds(viewer, 'scout'))
    theirs.push(sql`lead.scout_id = ${personId}`, sql`lead.content like ${`%"${account}"%`}`);
  if (holds(viewer, 'host'))
    theirs.push(sql`lead.id in (select lead_host.lead_id from host join lead_host on lead_host.host_id = host.id
      where host.unit_id = ${unitId})`);
  return theirs.length === 0 ? sql`1 = 0` : sql`(${sql.join(theirs, ' or ')})`;
}

/** Where the investor's own segment is known it is told first. */
function segmentsOf(row: Row, firms: readonly FirmCard[], spoken: readonly string[]): string[] {
  const own = firms
    .filter(({ uscc, nameKey }) => (uscc !== null && uscc === row.uscc) || nameKey === row.investorKey)
    .flatMap(({ segmentId }) => segmentId ?? []);
  return [...new Set([...own, ...spoken])];
}
