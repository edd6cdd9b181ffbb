import { Injectable } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Ids } from '../clock/ids';
import type { Tx } from '../database/transaction';
import { fiveOnesDue, stageDue } from '../domain/cage/clocks';
import { listedFigures } from '../domain/lead/listed-figures';
import { beijingDay } from '../domain/shared/instant';
import { LeadTakersQueries } from '../leads/lead-takers.queries';
import { LeadsQueries, type LeadCard, type RevisionContent } from '../leads/leads.queries';
import type { LedgerActor } from '../ledger/ledger';
import type {
  AnnouncementFollower,
  DecidedItem,
  RecalledLead,
} from '../results/announcement-followers.service';
import { FiveOnesRecords } from './five-ones-records';
import { projectGoal, promisedFigures } from './promise';
import { ProjectRecords } from './project-records';
import type { Project } from './project.entity';

/** Puts admitted leads into the cage, within the unit of work of the announcement. */
@Injectable()
export class CageEntryService implements AnnouncementFollower {
  constructor(
    private readonly ids: Ids,
    private readonly calendars: Calendars,
    private readonly leads: LeadsQueries,
    private readonly takers: LeadTakersQueries,
    private readonly projects: ProjectRecords,
    private readonly fiveOnes: FiveOnesRecords,
  ) {}

  /**
   * Each admitted item becomes a project in stage `talks`, with the figures of the revision that was judged and the host that accepted it; its first
   * slot is filled from them, the clock of the five ones starts.
   */
  async onAnnounced(tx: Tx, decided: readonly DecidedItem[], actor: LedgerActor): Promise<void> {
    const returning = await this.projects.ofLeads(
      tx,
      decided.map(({ leadId }) => leadId),
    );
    for (const item of decided) {
      const project = returning.get(item.leadId);
      if (project !== undefined) await this.goOn(tx, project, item, actor);
    }
    const admitted = decided.filter((item) => item.decided === 'admit' && !returning.has(item.leadId));
    if (admitted.length === 0) return;
    const leadIds = admitted.map(({ leadId }) => leadId);
    const cards = await this.leads.cards(tx, leadIds);
    const revisions = await this.leads.revisions(
      tx,
      admitted.map(({ leadRevisionId }) => leadRevisionId),
    );
    const takers = await this.takers.ofLeads(tx, leadIds);
    const calendar = await this.calendars.current(tx);
    for (const item of admitted) {
      const card = cards.get(item.leadId);
      const revision = revisions.get(item.leadRevisionId);
      if (card === undefined || revision === undefined)
        throw new Error(`admitted without a lead: ${item.leadId}`);
      const dueAt = fiveOnesDue(item.at, calendar);
      await this.enter(
        tx,
        projectOf(this.ids.next(), item, {
          card,
          revision,
          hostId: takers.get(item.leadId)?.hostId ?? null,
          dueAt,
        }),
        revision,
        actor,
      );
    }
  }

  /** A lead goes back to the panel: its project stays where it is, and says so. */
  async onRecalled(tx: Tx, { leadId, reason, at }: RecalledLead, actor: LedgerActor): Promise<void> {
    const project = (await this.projects.ofLeads(tx, [leadId])).get(leadId);
    if (project === undefined) return;
    const deed = { kind: 'project.recalled', actor, facts: { cageNo: project.cageNo, reason } };
    await this.projects.write(tx, project, { recalledAt: at }, deed);
  }

  /** A project whose lead was judged anew: admitted again it goes on under its number, rejected it leaves the cage. */
  private async goOn(tx: Tx, project: Project, item: DecidedItem, actor: LedgerActor): Promise<void> {
    const { outcomeId, roundId, leadRevisionId, roundNumber: round, at } = item;
    const facts = { cageNo: project.cageNo, round };
    if (item.decided === 'admit') {
      const changes = { outcomeId, roundId, leadRevisionId, recalledAt: null };
      await this.projects.write(tx, project, changes, { kind: 'project.readmitted', actor, facts });
    } else if (item.decided === 'reject' && project.stage !== 'exited') {
      await this.projects.exit(tx, project, at, { kind: 'project.exited', actor, facts });
    }
  }

  private async enter(
    tx: Tx,
    project: Project,
    { content }: RevisionContent,
    actor: LedgerActor,
  ): Promise<void> {
    await this.projects.begin(tx, project, actor);
    const slot = {
      slot: 'project' as const,
      content: {
        cageNo: project.cageNo,
        goal: projectGoal(content, project.title),
        contractFigures: promisedFigures(content),
      },
    };
    await this.fiveOnes.write(tx, project.id, slot, { before: null, reason: null, actor });
  }
}

interface Origin {
  readonly card: LeadCard;
  readonly revision: RevisionContent;
  readonly hostId: string | null;
  readonly dueAt: string;
}

function projectOf(id: string, item: DecidedItem, { card, revision, hostId, dueAt }: Origin): Project {
  const { content } = revision;
  const { totalInvestment, fixedAsset } = listedFigures(content);
  const title = content.title ?? card.title;
  const investorName = content.investorName ?? card.investorName;
  const cageNo = item.cageNo ?? '';
  const enteredOn = beijingDay(item.at);
  return {
    id,
    cageNo,
    leadId: item.leadId,
    leadRevisionId: item.leadRevisionId,
    outcomeId: item.outcomeId,
    roundId: item.roundId,
    title,
    investorName,
    searchText: `${cageNo} ${card.number} ${title} ${investorName}`.normalize('NFKC').toLowerCase(),
    hostId,
    totalInvestment,
    fixedAsset,
    stage: 'talks',
    stageEnteredOn: enteredOn,
    stageDueOn: stageDue('talks', enteredOn, null),
    enteredAt: item.at,
    fiveOnesDueAt: dueAt,
    fiveOnesCompletedAt: null,
    recalledAt: null,
    scoutId: card.scoutId,
    sponsorId: null,
    updatedAt: item.at,
  };
}
