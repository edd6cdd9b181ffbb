import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SectionView } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadSections, type LeadSectionSource } from '../leads/lead-sections.service';
import { transferSection } from './transfer-section.views';
import { TransfersQueries } from './transfers.queries';

/** Shows proposals on the page of a lead: to its scouts, its hosts, and those who work on everybody's leads. */
@Injectable()
export class TransferSection implements LeadSectionSource, OnModuleInit {
  constructor(
    private readonly sections: LeadSections,
    private readonly queries: TransfersQueries,
  ) {}

  onModuleInit(): void {
    this.sections.register(this);
  }

  async ofLead(viewer: Viewer, seen: SeenLead): Promise<SectionView | null> {
    const isScout =
      viewer.personId === seen.lead.scoutId || seen.facts.coScoutAccounts.includes(viewer.account);
    const isHost = holds(viewer, 'host') && seen.facts.hostUnitIds.includes(viewer.unitId);
    if (!isScout && !isHost && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return null;
    const transfers = await this.queries.ofLead(seen.lead.id);
    return (words) => transferSection(viewer, seen, transfers, words);
  }
}
