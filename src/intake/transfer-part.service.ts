import { Injectable, type OnModuleInit } from '@nestjs/common';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadPageParts, type LeadPartInWords, type LeadPartKeeper } from '../leads/lead-page-parts.queries';
import { transferPart } from './transfer-part.views';
import { TransfersQueries } from './transfers.queries';

/** Shows proposals on the page of a lead: to its scouts, its hosts, and those who work on everybody's leads. */
@Injectable()
export class TransferPart implements LeadPartKeeper, OnModuleInit {
  constructor(
    private readonly parts: LeadPageParts,
    private readonly queries: TransfersQueries,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadPartInWords> {
    const isScout =
      viewer.personId === seen.lead.scoutId || seen.facts.coScoutAccounts.includes(viewer.account);
    const isHost = holds(viewer, 'host') && seen.facts.hostUnitIds.includes(viewer.unitId);
    if (!isScout && !isHost && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return () => null;
    const transfers = await this.queries.ofLead(seen.lead.id);
    return (words) => transferPart(viewer, seen, transfers, words);
  }
}
