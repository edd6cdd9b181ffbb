import { Injectable } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { LeadJudged } from './lead-judged';

export type { Following, Judgement, LeadJudged } from './lead-judged';

export interface LeadJudge {
  /** The caller has decided that the viewer may see the lead. Nothing of a round that is not announced. */
  ofLead(viewer: Viewer, leadId: string): Promise<LeadJudged>;
}

/** Whoever keeps outcomes enters itself here; leads know nothing of rounds and their results. */
@Injectable()
export class LeadJudgements {
  private judge: LeadJudge | null = null;

  register(judge: LeadJudge): void {
    this.judge = judge;
  }

  ofLead(viewer: Viewer, leadId: string): Promise<LeadJudged> {
    return this.judge?.ofLead(viewer, leadId) ?? Promise.resolve({ judgements: [], following: null });
  }
}
