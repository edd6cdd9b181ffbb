import { Injectable } from '@nestjs/common';
import type { DraftCriterion, DraftGround } from '../domain/rubric/rubric-draft';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer } from '../http/answers';
import type { Words } from '../words/words';
import { draftView, type SentFrame } from './draft-page.views';
import { draftCriterionView, draftGroundView, type DraftPartModel, type SentPart } from './draft-part.views';
import { PanelKindsService } from './panel-kinds.service';
import { RubricDraftsQueries, type RubricDraftRead } from './rubric-drafts.queries';
import type { DraftAt } from './rubric-drafts.service';

/** The pages of a draft as answers; with something sent back, the same page again with what was typed (422). */
@Injectable()
export class DraftPages {
  constructor(
    private readonly drafts: RubricDraftsQueries,
    private readonly panelKinds: PanelKindsService,
  ) {}

  async frame(at: DraftAt, sent: SentFrame | null, words: Words): Promise<PageAnswer> {
    const [read, panels] = await Promise.all([this.read(at), this.panelKinds.all()]);
    return page('rubrics/draft', draftView(read, panels, sent, words), statusOf(sent));
  }

  async criterion(
    at: DraftAt,
    key: string,
    sent: SentPart<DraftCriterion> | null,
    words: Words,
  ): Promise<PageAnswer> {
    return part(draftCriterionView(await this.read(at), key, sent, words), sent);
  }

  async ground(
    at: DraftAt,
    key: string,
    sent: SentPart<DraftGround> | null,
    words: Words,
  ): Promise<PageAnswer> {
    return part(draftGroundView(await this.read(at), key, sent, words), sent);
  }

  private read({ rubricId, v }: DraftAt): Promise<RubricDraftRead> {
    return this.drafts.draft(rubricId, v);
  }
}

function part(model: DraftPartModel | null, sent: object | null): PageAnswer {
  if (model === null) throw new Refused(refuse('notFound'), 404);
  return page('rubrics/part', model, statusOf(sent));
}

const statusOf = (sent: object | null): { status: number } => ({ status: sent ? 422 : 200 });
