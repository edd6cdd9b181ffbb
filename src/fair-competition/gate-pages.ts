import { Injectable, OnModuleInit } from '@nestjs/common';
import { Reader } from '../database/reader';
import { mayGiveOpinion } from '../domain/fair-competition/gate';
import { holds, type Viewer } from '../domain/access/viewer';
import type { LeadState } from '../domain/lead/states';
import type { Refusal } from '../domain/shared/refusal';
import type { SectionView } from '../http/views/section';
import { LeadAccessQueries, type SeenLead } from '../leads/lead-access.queries';
import { LeadSections } from '../leads/lead-sections.service';
import { PeopleQueries } from '../people/people.queries';
import { FairCompetitionQueries, type LeadGate } from './fair-competition.queries';
import { gateSection, type GatePage } from './gate.views';

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

  private async section(viewer: Viewer, { lead }: SeenLead): Promise<SectionView | null> {
    if (lead.revision === 0) return null;
    const gate = await this.of(lead.id);
    const may = gate.requests.length > 0 && (await this.refusal(viewer, lead)) === null;
    return (words) => gateSection(lead.id, gate, may, words);
  }
}
