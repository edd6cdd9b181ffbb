import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { ReasonForm } from './after.form';
import type { SentBack } from './after-page.views';
import { callUpView } from './deferral.views';
import { DeferralsService } from './deferrals.service';
import { FollowUpsQueries } from './follow-ups.queries';

/** A deferred lead is taken up again before it lapses. */
@Controller('leads/:id/call-up')
export class DeferralsController {
  constructor(
    private readonly service: DeferralsService,
    private readonly queries: FollowUpsQueries,
  ) {}

  @Get()
  @Policy('deferral.callUp')
  form(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.answer(id, null, words);
  }

  @Post()
  @Policy('deferral.callUp')
  async callUp(
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ReasonForm, body, words);
    if (!form.ok) return this.answer(id, { form: 'callUp', typed: body, errors: form.errors }, words);
    await this.service.callUp(viewer, id, form.value.reason);
    return seeOther(`/leads/${id}`, { tone: 'ok', text: words.t('after.deferral.calledUp') });
  }

  private async answer(id: string, sent: SentBack | null, words: Words): Promise<PageAnswer> {
    return page('results/after', callUpView(await this.queries.deferral(id), sent, words), {
      status: sent === null ? 200 : 422,
    });
  }
}
