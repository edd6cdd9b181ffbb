import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { Sql, sql } from '../database/sql';
import type { Viewer } from '../domain/access/viewer';
import type { ProjectState } from '../domain/cage/stages';
import type { LeadContent } from '../domain/lead/lead-content';
import type { Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import type { AdmissionCondition } from '../results/condition.entity';
import { ConditionsQueries } from '../results/conditions.queries';
import { investorHiddenFrom, visibleTo } from './cage-access';
import { CONDITION_DUE, conditionsOf, orderOf, type CageFilter } from './cage-filter';
import { FiveOnesSlot, FiveOnesVersion } from './five-ones.entity';
import { Project } from './project.entity';
import { StageRecord } from './stage-record.entity';

/** A project as lists show it. */
export type ProjectCard = Pick<
  Project,
  | 'id'
  | 'cageNo'
  | 'title'
  | 'investorName'
  | 'totalInvestment'
  | 'stage'
  | 'stageEnteredOn'
  | 'stageDueOn'
  | 'enteredAt'
  | 'fiveOnesDueAt'
  | 'fiveOnesCompletedAt'
  | 'recalledAt'
> & {
  readonly hostName: string | null;
  readonly sponsorName: string | null;
  readonly conditionDueOn: string | null;
} & HiddenNames;

/** What who invests is called by, where the viewer must not know it; null where they may. */
export interface HiddenNames {
  readonly hiddenNames: readonly (string | null)[] | null;
  /** Whether the lead it came from is restricted. */
  readonly isRestricted: boolean;
}

export type ProjectOfLead = Pick<Project, 'id' | 'leadId' | 'cageNo' | 'stage'>;

export interface CageList {
  readonly rows: readonly ProjectCard[];
  readonly total: number;
  /** How many of each stage the other conditions leave. */
  readonly stages: ReadonlyMap<ProjectState, number>;
  /** Sponsors and hosts that occur among the projects this viewer may see. */
  readonly sponsors: readonly { readonly id: string; readonly name: string }[];
  readonly hosts: readonly { readonly id: string; readonly name: string }[];
  readonly now: Instant;
}

/** A project that the viewer may see, with what decides about writing. */
export type VisibleProject = Project &
  HiddenNames & {
    readonly hostName: string | null;
    readonly hostUnitId: string | null;
  };

export interface ProjectPage {
  readonly project: VisibleProject;
  readonly scoutName: string;
  readonly scoutUnitName: string;
  readonly sponsor: { readonly name: string; readonly post: string } | null;
  readonly leadNumber: string;
  readonly roundNumber: string;
  readonly content: LeadContent;
  readonly slots: readonly FiveOnesSlot[];
  readonly versions: readonly FiveOnesVersion[];
  readonly stages: readonly StageRecord[];
  /** Conditions of the admission in force, the earliest first. */
  readonly conditions: readonly AdmissionCondition[];
  readonly now: Instant;
}

const listed = sql`${sql.raw(`project.id, project.cage_no as "cageNo", project.title, project.investor_name as "investorName",
  project.total_investment as "totalInvestment", project.stage, project.stage_entered_on as "stageEnteredOn",
  project.stage_due_on as "stageDueOn", project.entered_at as "enteredAt",
  project.five_ones_due_at as "fiveOnesDueAt", project.five_ones_completed_at as "fiveOnesCompletedAt",
  project.recalled_at as "recalledAt", host.name as "hostName", sponsor.name as "sponsorName"`)},
  ${CONDITION_DUE} as "conditionDueOn"`;
const joined = sql.raw(`project left join host on host.id = project.host_id
  left join person sponsor on sponsor.id = project.sponsor_id`);

interface NamedProject {
  readonly investorName: string;
  readonly hidden?: number;
  readonly restricted?: number;
  readonly hiddenKey?: string | null;
  readonly hiddenParent?: string | null;
  readonly hiddenCode?: string | null;
}

/** Columns that tell whether the investor is hidden, and from which names. */
function namesOr(hidden: Sql): Sql {
  const column = (name: string): Sql =>
    sql`(select ${sql.raw(`lead.${name}`)} from lead where lead.id = project.lead_id)`;
  return sql`case when ${hidden} then 1 else 0 end as hidden, ${column('restricted')} as restricted, ${column('investor_key')} as "hiddenKey",
    ${column('parent_key')} as "hiddenParent", ${column('uscc')} as "hiddenCode"`;
}

function withHiddenNames<Row extends NamedProject>(row: Row): Row & HiddenNames {
  const { investorName, hidden, hiddenKey = null, hiddenParent = null, hiddenCode = null } = row;
  const names = [investorName, hiddenKey, hiddenParent, hiddenCode];
  return { ...row, hiddenNames: hidden === 1 ? names : null, isRestricted: row.restricted === 1 };
}

/** Reads the cage. Which projects exist for a viewer is decided in `visibleTo` alone. */
@Injectable()
export class CageQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly conditions: ConditionsQueries,
  ) {}

  /** One page of projects, in the same number of statements for any number of rows. */
  async list(viewer: Viewer, filter: CageFilter): Promise<CageList> {
    const now = this.clock.now();
    const seen = visibleTo(viewer);
    const hidden = investorHiddenFrom(viewer);
    const others = [seen, ...conditionsOf(filter, now, hidden)];
    const all = filter.stage === null ? others : [...others, sql`project.stage = ${filter.stage}`];
    const { reader } = this;
    const [rows, stages, sponsors, hosts] = await Promise.all([
      reader.rows<ProjectCard & NamedProject>(
        sql`select ${listed}, ${namesOr(hidden)} from ${joined}${sql.where(all)} order by ${orderOf(filter)}
            limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
      ),
      reader.rows<{ stage: ProjectState; n: number | string }>(
        sql`select stage, count(*) as n from project${sql.where(others)} group by stage`,
      ),
      reader.rows<{ id: string; name: string }>(named('person', 'sponsor_id', seen)),
      reader.rows<{ id: string; name: string }>(named('host', 'host_id', seen)),
    ]);
    const counts = new Map(stages.map(({ stage, n }) => [stage, Number(n)]));
    const total = filter.stage === null ? sum(counts.values()) : (counts.get(filter.stage) ?? 0);
    return { rows: rows.map(withHiddenNames), total, stages: counts, sponsors, hosts, now };
  }

  /** By lead, in one statement; those the viewer may not see are missing. */
  async ofLeads(viewer: Viewer, leadIds: readonly string[]): Promise<Map<string, ProjectOfLead>> {
    const rows = await this.reader.rows<ProjectOfLead>(
      sql`select project.id, project.lead_id as "leadId", project.cage_no as "cageNo", project.stage from project
          where project.lead_id in ${sql.list(leadIds)} and ${visibleTo(viewer)}`,
    );
    return new Map(rows.map((row) => [row.leadId, row]));
  }

  /** @throws Refused 404 for a project that does not exist for this viewer */
  async visible(source: Source, viewer: Viewer, id: string): Promise<VisibleProject> {
    const condition = sql`where project.id = ${id} and ${visibleTo(viewer)}`;
    const project = await source.findOne(Project, condition);
    const names = await source.one<NamedProject>(
      sql`select project.investor_name as "investorName", ${namesOr(investorHiddenFrom(viewer))} from project
          where project.id = ${id}`,
    );
    if (project === null) {
      const exists = await source.one<{ id: string }>(sql`select id from project where id = ${id}`);
      throw new Refused(refuse('noSuchProject'), 404, exists && { type: 'project', id });
    }
    const host = await source.one<{ name: string; unitId: string | null }>(
      sql`select name, unit_id as "unitId" from host where id = ${project.hostId}`,
    );
    const { hiddenNames, isRestricted } = withHiddenNames(names ?? project);
    const at = { hostName: host?.name ?? null, hostUnitId: host?.unitId ?? null };
    return { ...project, ...at, hiddenNames, isRestricted };
  }

  /** Everything a project's page shows. @throws Refused 404 */
  async project(viewer: Viewer, id: string): Promise<ProjectPage> {
    const { reader } = this;
    const project = await this.visible(reader, viewer, id);
    const [around, slots, versions, stages, conditions] = await Promise.all([
      reader.one<Surroundings>(surroundings(project)),
      this.slots(id),
      reader.find(FiveOnesVersion, sql`where project_id = ${id} order by filled_at desc, id desc`),
      reader.find(StageRecord, sql`where project_id = ${id} order by recorded_at desc, id desc`),
      this.conditions.ofLeads([project.leadId]),
    ]);
    if (around === null) throw new Error(`project ${project.cageNo} has lost its lead`);
    const { content, sponsorName, sponsorPost, ...rest } = around;
    return {
      ...rest,
      project,
      sponsor: sponsorName === null ? null : { name: sponsorName, post: sponsorPost ?? '' },
      content: JSON.parse(content) as LeadContent,
      slots,
      versions,
      stages,
      conditions: (conditions.get(project.leadId) ?? [])
        .filter(({ begunAt }) => begunAt !== null)
        .sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1)),
      now: this.clock.now(),
    };
  }

  slots(projectId: string, source: Source = this.reader): Promise<FiveOnesSlot[]> {
    return source.find(FiveOnesSlot, sql`where project_id = ${projectId}`);
  }
}

interface Surroundings {
  readonly scoutName: string;
  readonly scoutUnitName: string;
  readonly sponsorName: string | null;
  readonly sponsorPost: string | null;
  readonly leadNumber: string;
  readonly roundNumber: string;
  readonly content: string;
}

function surroundings({ id }: Project): Sql {
  return sql`select scout.name as "scoutName", unit.name as "scoutUnitName", sponsor.name as "sponsorName",
      sponsor.post as "sponsorPost", lead.number as "leadNumber", round.number as "roundNumber",
      lead_revision.content
    from project join person scout on scout.id = project.scout_id join lead on lead.id = project.lead_id
      join unit on unit.id = lead.scout_unit_id join round on round.id = project.round_id
      join lead_revision on lead_revision.id = project.lead_revision_id
      left join person sponsor on sponsor.id = project.sponsor_id
    where project.id = ${id}`;
}

/** Names that occur in one column of the projects seen, for a select box. */
function named(table: 'person' | 'host', column: 'sponsor_id' | 'host_id', seen: Sql): Sql {
  return sql`select id, name from ${sql.raw(table)} where id in
    (select ${sql.raw(`project.${column}`)} from project where ${seen}) order by name`;
}

function sum(counts: Iterable<number>): number {
  let total = 0;
  for (const count of counts) total += count;
  return total;
}
