import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { beijingDay, type Instant } from '../domain/shared/instant';
import { refuse, Refused } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { projectSeal, stageSeal } from './cage.seals';
import { Project } from './project.entity';
import { StageRecord } from './stage-record.entity';

/** What is done to a project, for the ledger. */
export interface ProjectDeed {
  readonly kind: string;
  readonly actor: LedgerActor;
  readonly facts?: Readonly<Record<string, string>>;
}

/** The only place that writes a project's row, its stage among it, and with it the seal. */
@Injectable()
export class ProjectRecords {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
  ) {}

  /** The project, kept from every other act until this unit ends. @throws Refused 404 */
  async lock(tx: Tx, id: string): Promise<Project> {
    const project = await tx.findOne(Project, sql`where id = ${id}${tx.forUpdate}`);
    if (project === null) throw new Refused(refuse('noSuchProject'), 404);
    return project;
  }

  /** The projects of these leads, by lead, kept from every other act until this unit ends. */
  async ofLeads(tx: Tx, leadIds: readonly string[]): Promise<Map<string, Project>> {
    if (leadIds.length === 0) return new Map();
    const found = await tx.find(
      Project,
      sql`where lead_id in ${sql.list([...leadIds])} order by id${tx.forUpdate}`,
    );
    return new Map(found.map((project) => [project.leadId, project]));
  }

  /** Takes a project out of the cage, with the record of it. */
  async exit(tx: Tx, project: Project, at: Instant, deed: ProjectDeed): Promise<Project> {
    const on = beijingDay(at);
    const changes = { stage: 'exited' as const, stageEnteredOn: on, stageDueOn: null, recalledAt: null };
    const after = await this.write(tx, project, changes, deed);
    const record: StageRecord = {
      id: this.ids.next(),
      projectId: project.id,
      stage: 'exited',
      occurredOn: on,
      recordedAt: at,
      byId: deed.actor.personId,
      byLabel: deed.actor.label,
    };
    await tx.insert(StageRecord, record);
    await this.ledger.seal(tx, 'stageRecord', record.id, stageSeal(record), {
      kind: 'stage.recorded',
      actor: deed.actor,
      facts: { cageNo: project.cageNo, stage: 'exited' },
    });
    return after;
  }

  /** Writes a new project with the record of its first stage. */
  async begin(tx: Tx, project: Project, actor: LedgerActor): Promise<void> {
    await tx.insert(Project, project);
    const record: StageRecord = {
      id: this.ids.next(),
      projectId: project.id,
      stage: project.stage,
      occurredOn: beijingDay(project.enteredAt),
      recordedAt: project.enteredAt,
      byId: actor.personId,
      byLabel: actor.label,
    };
    await tx.insert(StageRecord, record);
    const facts = { cageNo: project.cageNo, stage: project.stage };
    await this.ledger.seal(tx, 'project', project.id, projectSeal(project), {
      kind: 'project.entered',
      actor,
      facts,
    });
    await this.ledger.seal(tx, 'stageRecord', record.id, stageSeal(record), {
      kind: 'stage.recorded',
      actor,
      facts,
    });
  }

  /** Changes a project that `lock` gave. @returns the project as it is now */
  async write(
    tx: Tx,
    project: Project,
    changes: Partial<Project>,
    { kind, actor, facts }: ProjectDeed,
  ): Promise<Project> {
    const after: Project = { ...project, ...changes, updatedAt: this.clock.now() };
    await tx.update(Project, { ...changes, updatedAt: after.updatedAt }, sql`id = ${project.id}`);
    await this.ledger.seal(tx, 'project', project.id, projectSeal(after), {
      kind,
      actor,
      facts: facts ?? {},
    });
    return after;
  }
}
