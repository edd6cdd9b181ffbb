import { Injectable } from '@nestjs/common';
import { maySeeInvestor } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { FilesService, type OpenedFile } from '../files/files.service';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import { LeadsQueries, type DossierFile } from '../leads/leads.queries';
import { Reader } from '../database/reader';

/** The papers of a lead as they can be taken away together, and those that cannot. */
export interface LeadArchive {
  readonly leadNumber: string | null;
  readonly leadTitle: string;
  readonly files: readonly OpenedFile[];
  /** Kept back by the virus scanner, or no longer what was uploaded. */
  readonly missing: readonly DossierFile[];
}

/** Reads all papers of one lead. */
@Injectable()
export class LeadArchiveQueries {
  constructor(
    private readonly reader: Reader,
    private readonly access: LeadAccessQueries,
    private readonly leads: LeadsQueries,
    private readonly files: FilesService,
  ) {}

  /** @throws Refused 404 for a lead that the viewer may not see, and for one without papers */
  async of(viewer: Viewer, leadId: string): Promise<LeadArchive> {
    const { lead, facts } = await this.access.see(viewer, leadId);
    // Papers name the investor on every page.
    if (!maySeeInvestor(viewer, facts))
      throw new Refused(refuse('leadNotFound'), 404, { type: 'lead', id: leadId });
    const papers = await this.leads.filesOf(this.reader, leadId);
    if (papers.length === 0) throw new Refused(refuse('leadNotFound'), 404);
    const files: OpenedFile[] = [];
    const missing: DossierFile[] = [];
    for (const paper of papers) {
      const opened = await this.openedOrNull(leadId, paper.id);
      if (opened === null) missing.push(paper);
      else files.push(opened);
    }
    return { leadNumber: lead.number, leadTitle: lead.title, files, missing };
  }

  /** A paper that is not given out alone is not given out in an archive either. */
  private async openedOrNull(leadId: string, fileId: string): Promise<OpenedFile | null> {
    try {
      return await this.files.openOf({ type: 'lead', id: leadId }, fileId);
    } catch (error) {
      if (error instanceof Refused) return null;
      throw error;
    }
  }
}
