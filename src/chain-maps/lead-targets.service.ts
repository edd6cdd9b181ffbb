import { Injectable, OnModuleInit } from '@nestjs/common';
import { TargetMarksQueries } from '../chains/target-marks.queries';
import { maySeeInvestor } from '../domain/access/lead-access';
import type { Viewer } from '../domain/access/viewer';
import { targetReason } from '../domain/chain/target-mark';
import { tag } from '../http/views/marks';
import { section, sectionLine, type SectionView } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadSections, type LeadSectionSource } from '../leads/lead-sections.service';

/** On the page of a lead: why the city has been looking for it. */
@Injectable()
export class LeadTargets implements LeadSectionSource, OnModuleInit {
  constructor(
    private readonly sections: LeadSections,
    private readonly marks: TargetMarksQueries,
  ) {}

  onModuleInit(): void {
    this.sections.register(this);
  }

  async ofLead(viewer: Viewer, { lead, facts }: SeenLead): Promise<SectionView | null> {
    const found = (await this.marks.of([lead.id])).get(lead.id);
    const named = maySeeInvestor(viewer, facts);
    return (words) => {
      const reasons = (found?.[words.locale] ?? []).map((mark) => targetReason(mark, named));
      if (reasons.length === 0) return null;
      const told = new Set(reasons.map(({ key, args }) => words.t(key, args)));
      return section({
        id: 'targets',
        heading: words.t('chains.mark.title'),
        tag: tag(words.t('chains.mark'), 'blue', 'target'),
        list: { items: [...told].map((title) => sectionLine({ title })) },
      });
    };
  }
}
