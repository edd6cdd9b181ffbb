import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import { mayGiveOpinion } from '../domain/fair-competition/gate';
import { holds, type Viewer } from '../domain/access/viewer';
import type { LeadState } from '../domain/lead/states';
import type { Refusal } from '../domain/shared/refusal';
import { LeadAccessQueries, type SeenLead } from '../leads/lead-access.queries';
import { notKeptFrom } from '../leads/lead-interests.queries';
import { LeadSections, type LeadSectionView } from '../leads/lead-sections.service';
import { PeopleQueries } from '../people/people.queries';
import { FairCompetitionQueries, type LeadGate } from './fair-competition.queries';
import { gateSection, type GatePage } from './gate.views';

/** A lead that waits for an opinion, or has got one and is still before its vote. */
export interface GatedCard {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly unitName: string;
  readonly state: LeadState;
  readonly since: string;
  readonly gate: LeadGate;
}

/** Leads read for the queue of opinions; the longest waiting first. */
const mostInQueue = 200;

/** Reads what the pages of the gate show, and what it shows beside a lead. */
@Injectable()
export class GatePages implements OnModuleInit {
  constructor(
    private readonly reader: Reader,
    private readonly access: LeadAccessQueries,
    private readonly people: PeopleQueries,
    private readonly gate: FairCompetitionQueries,
    private readonly sections: LeadSections,
  ) {}

  onModuleInit(): void {
    this.sections.register({ ofLead: (viewer, seen) => this.section(viewer, seen) });
  }

  /** @throws Refused 404 for who may not see the lead */
  async page(viewer: Viewer, id: string, key: string): Promise<GatePage> {
    const { lead } = await this.access.see(viewer, id);
    const gate = await this.of(id);
    const refusal = await this.refusal(viewer, lead);
    return { lead, gate, opinions: await this.gate.opinions(this.reader, id), refusal, key };
  }

  /** Leads before their vote that ask for something not simply published, for those who give or follow opinions. */
  async queue(viewer: Viewer): Promise<GatedCard[]> {
    const rows = await this.reader.rows<Omit<GatedCard, 'gate'>>(
      sql`select lead.id, coalesce(lead.number, '') as number, lead.title, unit.name as "unitName", lead.state,
            lead.state_at as since
          from lead join unit on unit.id = lead.scout_unit_id
            join lead_revision on lead_revision.lead_id = lead.id and lead_revision.number = lead.revision
          where lead.tab in ('submitted', 'queued') and lead.state in ('submitted', 'queued')
            and lead_revision.content not like ${'%"incentiveRequests":[]%'} and ${notKeptFrom(viewer)}
          order by lead.state_at, lead.id limit ${mostInQueue}`,
    );
    const gates = await this.gate.ofLeads(
      this.reader,
      rows.map(({ id }) => id),
    );
    return rows.flatMap((row) => {
      const gate = gates.get(row.id);
      return gate === undefined || gate.state === 'clear' ? [] : [{ ...row, gate }];
    });
  }

  /** Whether the city has named this person's unit, or the secretariat, to give opinions. */
  async isReviewer(viewer: Viewer): Promise<boolean> {
    const { reviewUnits, secretariatReviews } = await this.gate.rules();
    if (holds(viewer, 'secretariat') && secretariatReviews) return true;
    const unit = holds(viewer, 'supporter') ? await this.people.unit(viewer.unitId) : null;
    return unit !== null && reviewUnits.includes(unit.code);
  }

  private async of(leadId: string): Promise<LeadGate> {
    const gates = await this.gate.ofLeads(this.reader, [leadId]);
    return gates.get(leadId) ?? { state: 'clear', requests: [], opinion: null, requestsDigest: '' };
  }

  private async refusal(
    viewer: Viewer,
    lead: { state: LeadState; scoutId: string },
  ): Promise<Refusal | null | undefined> {
    if (!holds(viewer, 'secretariat', 'supporter')) return undefined;
    const unit = await this.people.unit(viewer.unitId);
    const refusal = mayGiveOpinion(viewer, unit?.code ?? '', lead, await this.gate.rules());
    return refusal?.because === 'notAReviewer' ? undefined : refusal;
  }

  private async section(viewer: Viewer, { lead }: SeenLead): Promise<LeadSectionView> {
    if (lead.revision === 0) return () => null;
    const gate = await this.of(lead.id);
    const may = gate.requests.length > 0 && (await this.refusal(viewer, lead)) === null;
    return (words) => gateSection(lead.id, gate, may, words);
  }
}
