import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import type { Words } from '../words/words';
import { AssignmentPages } from './assignment-pages';
import { readPairs, readPlanNumbers, typedPlan } from './assignment.form';
import { AssignmentsService } from './assignments.service';

type Form = Record<string, unknown>;

/** Sharing a planned round out: how, a proposal to adjust, and applying it as one act. */
@Controller('rounds/:id/assignment')
export class AssignmentsController {
  constructor(
    private readonly assignments: AssignmentsService,
    private readonly pages: AssignmentPages,
  ) {}

  @Get()
  @Policy('round.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() asked: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.page(viewer, id, words, { fresh: typedText(asked, 'fresh') === '1' });
  }

  @Post('plan')
  @Policy('round.assign')
  async plan(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const typed = typedPlan(body);
    const { rules, errors } = readPlanNumbers(typed, await this.pages.least(id), words);
    const isShared = typed.mode === 'assigned';
    if (isShared && Object.keys(errors).length > 0)
      return this.pages.page(viewer, id, words, { typed, errors });
    await this.assignments.plan(viewer, id, isShared ? rules : null);
    return seeOther(`/rounds/${id}/assignment`, { tone: 'ok', text: words.t('assignments.plan.saved') });
  }

  /** `intent=check` counts the ticks again and keeps nothing; anything else applies them. */
  @Post()
  @Policy('round.assign')
  async apply(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const ticks = readPairs(body);
    if (typedText(body, 'intent') === 'check') return this.pages.page(viewer, id, words, { ticks });
    try {
      const applied = await this.assignments.apply(viewer, id, ticks);
      const key = applied.missing > 0 ? 'assignments.applied.missing' : 'assignments.applied';
      return seeOther(`/rounds/${id}`, { tone: 'ok', text: words.t(key, applied) });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.pages.page(viewer, id, words, { ticks, refusal: words.t(`refusal.${because}`, details) });
    }
  }
}
