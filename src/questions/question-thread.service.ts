import { Injectable, type OnModuleInit } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import { holds, type Viewer } from '../domain/access/viewer';
import type { SeenLead } from '../leads/lead-access.queries';
import { LeadPageParts, type LeadPartInWords, type LeadPartKeeper } from '../leads/lead-page-parts.queries';
import { QuestionsQueries } from './questions.queries';
import { threadPart } from './question-thread.views';

/** Shows the thread on the page of a lead: to its scouts and to those who work on everybody's leads. */
@Injectable()
export class QuestionThread implements LeadPartKeeper, OnModuleInit {
  constructor(
    private readonly parts: LeadPageParts,
    private readonly queries: QuestionsQueries,
    private readonly randomness: Randomness,
  ) {}

  onModuleInit(): void {
    this.parts.register(this);
  }

  async ofLead(viewer: Viewer, seen: SeenLead): Promise<LeadPartInWords> {
    const isScout =
      viewer.personId === seen.lead.scoutId || seen.facts.coScoutAccounts.includes(viewer.account);
    if (!isScout && !holds(viewer, 'secretariat', 'inspector', 'leadingGroup')) return () => null;
    const questions = await this.queries.thread(viewer, seen.lead.id);
    const key = this.randomness.bytes(16).toString('base64url');
    return (words) => threadPart({ viewer, seen, questions, key }, words);
  }
}
