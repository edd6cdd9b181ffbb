import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { Aside } from '../http/views/aside';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';

/** Reads first, speaks when it is known in which language. */
export type LeadAsideIn = (words: Words) => Aside;

export interface LeadAsideSource {
  /** The caller has decided that the viewer may see the lead. Null where there is nothing to say to this person. */
  beside(viewer: Viewer, seen: SeenLead): Promise<LeadAsideIn | null>;
}

/** Features above enter what they have to say on a lead's page and on its form, in the order of their entry. */
@Injectable()
export class LeadAsides {
  private readonly sources: LeadAsideSource[] = [];

  register(source: LeadAsideSource): void {
    this.sources.push(source);
  }

  async of(viewer: Viewer, seen: SeenLead): Promise<readonly LeadAsideIn[]> {
    const found: LeadAsideIn[] = [];
    for (const source of this.sources) {
      const aside = await source.beside(viewer, seen);
      if (aside !== null) found.push(aside);
    }
    return found;
  }
}
