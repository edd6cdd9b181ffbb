import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { LeadPromisesQueries } from './lead-promises.queries';
import { leadPromisesView, type SentForm } from './lead-promises.views';
import { PausesService } from './pauses.service';
import { PauseEndForm } from './promise.form';

type Body = Record<string, unknown>;

/** What is done to a pause that was asked for. */
@Controller('pauses/:id')
export class PausesController {
  constructor(
    private readonly pauses: PausesService,
    private readonly queries: LeadPromisesQueries,
  ) {}

  @Post('approval')
  @Policy('promise.decidePause')
  async approve(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.done(await this.pauses.approve(viewer, id), 'approved', words);
  }

  @Post('withdrawal')
  @Policy('promise.pause')
  async withdraw(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.done(await this.pauses.withdraw(viewer, id), 'withdrawn', words);
  }

  @Post('refusal')
  @Policy('promise.decidePause')
  async decline(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(PauseEndForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: id, body, errors: form.errors }, words);
    return this.done(await this.pauses.decline(viewer, id, form.value.reason), 'declined', words);
  }

  @Post('resumption')
  @Policy('promise.decidePause')
  async resume(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(PauseEndForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: id, body, errors: form.errors }, words);
    return this.done(await this.pauses.resume(viewer, id, form.value.reason), 'resumed', words);
  }

  private async again(viewer: Viewer, id: string, sent: SentForm, words: Words): Promise<PageAnswer> {
    const data = await this.queries.page(viewer, await this.pauses.leadOf(id), '');
    return page('late/lead', leadPromisesView(data, sent, words), { status: 422 });
  }

  private done(leadId: string, what: string, words: Words): SeeOther {
    return seeOther(`/leads/${leadId}/promises`, {
      tone: 'ok',
      text: words.t(`promises.pause.done.${what}`),
    });
  }
}
