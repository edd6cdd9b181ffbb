import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm, type FieldError } from '../http/forms';
import type { Words } from '../words/words';
import { asFieldError, CheckForm, ConditionForm, ReportForm } from './after.form';
import type { SentBack } from './after-page.views';
import { ConditionPagesQueries } from './condition-pages.queries';
import { conditionView } from './condition.views';
import { conditionsView } from './conditions.views';
import { ConditionsService } from './conditions.service';

type Body = Record<string, unknown>;

const places = {
  conditionTextMissing: 'wanted',
  conditionOwnerUnknown: 'owner',
  conditionDayPast: 'dueOn',
};

/** Conditions of an admission: set by the chair, reported as fulfilled, checked by a second person. */
@Controller()
export class ConditionsController {
  constructor(
    private readonly service: ConditionsService,
    private readonly pages: ConditionPagesQueries,
  ) {}

  @Get('rounds/:id/items/:itemId/conditions')
  @Policy('condition.settingPage')
  setting(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.settingPage(viewer, id, itemId, null, words);
  }

  @Post('rounds/:id/items/:itemId/conditions')
  @Policy('condition.set')
  async set(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ConditionForm, body, words);
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.settingPage(viewer, id, itemId, { form: 'condition', typed: body, errors }, words);
    if (!form.ok) return again(form.errors);
    const { wanted, owner: ownerId, dueOn } = form.value;
    try {
      await this.service.set(viewer, id, itemId, { wanted, ownerId, dueOn });
    } catch (error) {
      return again([asFieldError(refusalOfForm(error), places, 'wanted', words)]);
    }
    const text = words.t('after.condition.set');
    return seeOther(`/rounds/${id}/items/${itemId}/conditions`, { tone: 'ok', text });
  }

  @Post('rounds/:id/items/:itemId/conditions/:conditionId/removal')
  @Policy('condition.set')
  async remove(
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @Param('conditionId') conditionId: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.takeBack(viewer, id, itemId, conditionId);
    const text = words.t('after.condition.removed');
    return seeOther(`/rounds/${id}/items/${itemId}/conditions`, { tone: 'ok', text });
  }

  @Get('conditions/:id')
  @Policy('condition.show')
  show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.onePage(viewer, id, null, words);
  }

  @Post('conditions/:id/report')
  @Policy('condition.report')
  async report(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ReportForm, body, words);
    if (!form.ok)
      return this.onePage(viewer, id, { form: 'report', typed: body, errors: form.errors }, words);
    await this.service.report(viewer, id, form.value.report);
    return seeOther(`/conditions/${id}`, { tone: 'ok', text: words.t('after.condition.reported') });
  }

  @Post('conditions/:id/check')
  @Policy('condition.check')
  async check(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(CheckForm, body, words);
    const again = (errors: readonly FieldError[]): Promise<PageAnswer> =>
      this.onePage(viewer, id, { form: 'check', typed: body, errors }, words);
    if (!form.ok) return again(form.errors.map(({ message }) => ({ field: 'note', message })));
    try {
      await this.service.check(viewer, id, form.value.verdict, form.value.note);
    } catch (error) {
      return again([asFieldError(refusalOfForm(error), {}, 'note', words)]);
    }
    return seeOther(`/conditions/${id}`, { tone: 'ok', text: words.t('after.condition.checked') });
  }

  private async settingPage(
    viewer: Viewer,
    roundId: string,
    itemId: string,
    sent: SentBack | null,
    words: Words,
  ): Promise<PageAnswer> {
    const data = await this.pages.setting(viewer, roundId, itemId);
    return page('results/after', conditionsView({ ...data, viewer, sent }, words), {
      status: sent === null ? 200 : 422,
    });
  }

  private async onePage(
    viewer: Viewer,
    id: string,
    sent: SentBack | null,
    words: Words,
  ): Promise<PageAnswer> {
    const data = await this.pages.one(viewer, id);
    return page('results/after', conditionView({ ...data, viewer, sent }, words), {
      status: sent === null ? 200 : 422,
    });
  }
}
