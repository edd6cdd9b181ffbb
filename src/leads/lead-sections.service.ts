import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { SectionView } from '../http/views/section';
import type { SeenLead } from './lead-access.queries';

export interface LeadSectionSource {
  /** The lead has been found and may be seen; what of this section the viewer may see is the source's to decide. */
  ofLead(viewer: Viewer, seen: SeenLead): Promise<SectionView | null>;
  /** Its scout reads it above the form, too. */
  readonly isOnForm?: boolean;
}

/** Features uphill enter here what they show on a lead's page and above its form; leads know none of them. */
@Injectable()
export class LeadSections {
  private readonly sources: LeadSectionSource[] = [];

  register(source: LeadSectionSource): void {
    this.sources.push(source);
  }

  /** In the order of registration. */
  onPage(viewer: Viewer, seen: SeenLead): Promise<SectionView[]> {
    return read(this.sources, viewer, seen);
  }

  onForm(viewer: Viewer, seen: SeenLead): Promise<SectionView[]> {
    return read(
      this.sources.filter(({ isOnForm }) => isOnForm === true),
      viewer,
      seen,
    );
  }
}

async function read(
  sources: readonly LeadSectionSource[],
  viewer: Viewer,
  seen: SeenLead,
): Promise<SectionView[]> {
  const views = await Promise.all(sources.map((source) => source.ofLead(viewer, seen)));
  return views.flatMap((view) => view ?? []);
}
