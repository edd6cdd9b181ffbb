import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SectionView } from '../http/views/section';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadSections, type LeadSectionSource } from '../leads/lead-sections.service';
import { QuestionsQueries } from './questions.queries';
import { threadSection } from './question-thread.views';

/** Shows the thread on the page of a lead: to its scouts and to those who work on everybody's leads. */
@Injectable()
export class QuestionThread implements LeadSectionSource, OnModuleInit {
  constructor(
    private readonly sections: LeadSections,
    private readonly queries: QuestionsQueries,
    private readonly randomness: Randomness,
  ) {}

  onModuleInit(): void {
    this.sections.register(this);
  }

  async ofLead(viewer: Viewer, seen: SeenLead): Promise<SectionView | null> {
    const isScout =
      viewer.personId === seen.lead.scoutId || seen.facts.coScoutAccounts.includes(viewer.account);
    if (!isScout && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return null;
    const questions = await this.queries.thread(viewer, seen.lead.id);
    const key = this.randomness.bytes(16).toString('base64url');
    return (words) => threadSection({ viewer, seen, questions, key }, words);
  }
}
