import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { Section } from '../http/views/section';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';

/** Made in the language of the page; null where there is nothing to say. */
export type LeadSectionView = (words: Words) => Section | null;

export interface LeadSectionSource {
  /** The lead has been found and may be seen. */
  ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadSectionView>;
}

/** Features uphill enter here what they show on a lead's page; leads know none of them. */
@Injectable()
export class LeadSections {
  private readonly sources: LeadSectionSource[] = [];

  register(source: LeadSectionSource): void {
    this.sources.push(source);
  }

  /** In the order of registration, which is that of the ranks. */
  ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadSectionView[]> {
    return Promise.all(this.sources.map((source) => source.ofLead(viewer, seen)));
  }
}
