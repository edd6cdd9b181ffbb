import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import { Sql, sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import { visitScope } from '../domain/campaign/campaign';
import { beijingDay, type Day } from '../domain/shared/instant';
import { Campaign, type Visit } from './campaign.entity';
import { VISIT_PAGE, type VisitFilter } from './visit-filter';

/** Visits, what came of them and what was admitted; a lead that came of several visits counts once. */
export interface Tally {
  readonly visits: number;
  readonly firms: number;
  readonly leads: number;
  readonly admitted: number;
}

export interface CampaignLine extends Campaign {
  readonly tally: Tally;
}

export interface CampaignPage {
  readonly campaign: Campaign;
  readonly tally: Tally;
  readonly units: readonly (Tally & { readonly unitName: string })[];
  readonly today: Day;
}

/** A visit as lists and sheets show it. */
export interface VisitRow extends Visit {
  readonly unitName: string;
  readonly byName: string;
  readonly hostName: string | null;
  readonly campaignName: string | null;
  /** Null for none and for one that an interest keeps from the viewer. */
  readonly leadNumber: string | null;
}

/** A campaign as it is stored. */
export type { Campaign as CampaignRow } from './campaign.entity';

/** The one place where it is decided whose visits someone sees, as a condition on `visit`. */
export function visitsFor(viewer: Viewer): Sql {
  const scope = visitScope(viewer);
  if (scope === 'all') return sql`1 = 1`;
  return scope === 'unit' ? sql`visit.unit_id = ${viewer.unitId}` : sql`1 = 0`;
}

/** The lead of a visit, unless an interest keeps it from the viewer; for the secretariat nothing does. */
function leadOfVisit(viewer: Viewer): Sql {
  return sql`left join lead on lead.id = visit.lead_id and lead.revision > 0 and not exists (
    select 1 from lead_interest kept where kept.person_id = ${viewer.personId} and kept.lead_id = lead.id
      and kept.keeps_away = 1) and not exists (select 1 from chair_recusal apart
    where apart.person_id = ${viewer.personId} and apart.lead_id = lead.id)`;
}

const counts = sql.raw(`count(*) as visits, count(distinct visit.firm_key) as firms,
  count(distinct lead.id) as leads,
  count(distinct case when lead.state = 'admitted' then lead.id end) as admitted`);

type Counted = { readonly [name in keyof Tally]: number | string };
const tallyOf = ({ visits, firms, leads, admitted }: Counted): Tally => ({
  visits: Number(visits),
  firms: Number(firms),
  leads: Number(leads),
  admitted: Number(admitted),
});
const nothing: Tally = { visits: 0, firms: 0, leads: 0, admitted: 0 };

/** Reads campaigns and visits, the viewer first. */
@Injectable()
export class CampaignsQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
  ) {}

  get today(): Day {
    return beijingDay(this.clock.now());
  }

  /** The newest first, with what the viewer may see of their visits, in two statements. */
  async campaigns(viewer: Viewer): Promise<CampaignLine[]> {
    const campaigns = await this.reader.find(Campaign, sql`order by starts_on desc, id desc limit 200`);
    const rows = await this.reader.rows<Counted & { campaignId: string }>(
      sql`select visit.campaign_id as "campaignId", ${counts} from visit ${leadOfVisit(viewer)}
          where visit.campaign_id is not null and ${visitsFor(viewer)} group by visit.campaign_id`,
    );
    const found = new Map(rows.map((row) => [row.campaignId, tallyOf(row)]));
    return campaigns.map((campaign) => ({ ...campaign, tally: found.get(campaign.id) ?? nothing }));
  }

  async campaign(viewer: Viewer, id: string): Promise<CampaignPage | null> {
    const campaign = await this.reader.findOne(Campaign, sql`where id = ${id}`);
    if (campaign === null) return null;
    const which = sql`where visit.campaign_id = ${id} and ${visitsFor(viewer)}`;
    const all = await this.reader.one<Counted>(
      sql`select ${counts} from visit ${leadOfVisit(viewer)} ${which}`,
    );
    const units = await this.reader.rows<Counted & { unitName: string }>(
      sql`select unit.name as "unitName", ${counts} from visit ${leadOfVisit(viewer)}
          join unit on unit.id = visit.unit_id ${which} group by unit.id, unit.name
          order by count(*) desc, unit.name`,
    );
    return {
      campaign,
      tally: all === null ? nothing : tallyOf(all),
      units: units.map((row) => ({ unitName: row.unitName, ...tallyOf(row) })),
      today: this.today,
    };
  }

  /** One page, and how many there are. */
  async visits(viewer: Viewer, filter: VisitFilter): Promise<{ rows: VisitRow[]; total: number }> {
    const where = sql.where([visitsFor(viewer), ...conditions(filter)]);
    const page = sql`limit ${VISIT_PAGE} offset ${(filter.page - 1) * VISIT_PAGE}`;
    const rows = await this.select(viewer, sql`${where} order by ${orderOf(filter)} ${page}`);
    const count = await this.reader.one<{ n: number | string }>(sql`select count(*) as n from visit${where}`);
    return { rows, total: Number(count?.n ?? 0) };
  }

  /** Of a list that is taken away; no more than a sheet of it is of use. */
  sheet(viewer: Viewer, filter: VisitFilter): Promise<VisitRow[]> {
    const where = sql.where([visitsFor(viewer), ...conditions(filter)]);
    return this.select(viewer, sql`${where} order by ${orderOf(filter)} limit 5000`);
  }

  async visit(viewer: Viewer, id: string): Promise<VisitRow | null> {
    const [row] = await this.select(viewer, sql` where visit.id = ${id} and ${visitsFor(viewer)}`);
    return row ?? null;
  }

  ofTargetFirm(viewer: Viewer, firmId: string): Promise<VisitRow[]> {
    const which = sql` where visit.target_firm_id = ${firmId} and ${visitsFor(viewer)}`;
    return this.select(viewer, sql`${which} order by visit.visited_on desc, visit.id desc limit 30`);
  }

  private select(viewer: Viewer, rest: Sql): Promise<VisitRow[]> {
    return this.reader.rows<VisitRow>(
      sql`select visit.id, visit.firm, visit.firm_key as "firmKey", visit.target_firm_id as "targetFirmId",
            visit.campaign_id as "campaignId", visit.visited_on as "visitedOn", visit.unit_id as "unitId",
            visit.companions, visit.leader_level as "leaderLevel", visit.host_id as "hostId", visit.place,
            visit.result, visit.note, visit.next_step as "nextStep", lead.id as "leadId", visit.by_id as "byId",
            visit.updated_at as "updatedAt", unit.name as "unitName", person.name as "byName",
            host.name as "hostName", campaign.name as "campaignName", lead.number as "leadNumber"
          from visit join unit on unit.id = visit.unit_id join person on person.id = visit.by_id
          left join host on host.id = visit.host_id left join campaign on campaign.id = visit.campaign_id
          ${leadOfVisit(viewer)}${rest}`,
    );
  }
}

function conditions({ q, campaign, unit, level, result }: VisitFilter): Sql[] {
  return [
    ...(q === '' ? [] : [sql`visit.firm_key like ${`%${q}%`}`]),
    ...(campaign === '' ? [] : [sql`visit.campaign_id = ${campaign}`]),
    ...(unit === '' ? [] : [sql`visit.unit_id = ${unit}`]),
    ...(level === null ? [] : [sql`visit.leader_level = ${level}`]),
    ...(result === null ? [] : [sql`visit.result = ${result}`]),
  ];
}

function orderOf({ sort }: VisitFilter): Sql {
  const direction = sql.raw(sort === 'day' ? 'asc' : 'desc');
  return sql`visit.visited_on ${direction}, visit.id ${direction}`;
}
