import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';
import type { LeadPart } from './lead-part';

export type { LeadPart, LeadPartForm, LeadPartLine } from './lead-part';

/** A part that has been read and is put into words; null where there is nothing to show this viewer. */
export type LeadPartInWords = (words: Words) => LeadPart | null;

export interface LeadPartKeeper {
  /** The caller has decided that the viewer may see the lead; what of the part they may see is the keeper's to decide. */
  ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadPartInWords>;
}

/** Whoever keeps something about leads that belongs on their page enters itself here; leads need not know of it. */
@Injectable()
export class LeadPageParts {
  private readonly keepers: LeadPartKeeper[] = [];

  register(keeper: LeadPartKeeper): void {
    this.keepers.push(keeper);
  }

  async ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadPartInWords[]> {
    const parts: LeadPartInWords[] = [];
    for (const keeper of this.keepers) parts.push(await keeper.ofLead(viewer, seen));
    return parts;
  }
}
