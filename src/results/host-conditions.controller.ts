import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { asFieldError, ConditionForm, ReasonForm } from './after.form';
import type { SentBack } from './after-page.views';
import { ConditionPagesQueries } from './condition-pages.queries';
import { conditionsView } from './conditions.views';
import { HostConditionsService } from './host-conditions.service';

type Body = Record<string, unknown>;

const places = {
  conditionTextMissing: 'wanted',
  conditionOwnerUnknown: 'owner',
  conditionDayPast: 'dueOn',
};

/** What a host made a condition: confirmed as one of the admission, or set aside with a reason. */
@Controller('rounds/:id/items/:itemId/host-conditions/:termId')
export class HostConditionsController {
  constructor(
    private readonly service: HostConditionsService,
    private readonly pages: ConditionPagesQueries,
  ) {}

  @Post()
  @Policy('hostCondition.settle')
  async confirm(
    @Param() at: Where,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ConditionForm, body, words);
    const sent = (errors: SentBack['errors']): SentBack => ({
      form: `confirm-${at.termId}`,
      typed: body,
      errors,
    });
    if (!form.ok) return this.again(viewer, at, sent(form.errors), words);
    const { wanted, owner: ownerId, dueOn } = form.value;
    try {
      await this.service.confirm(viewer, at.id, at.itemId, at.termId, { wanted, ownerId, dueOn });
    } catch (error) {
      const fault = asFieldError(refusalOfForm(error), places, 'wanted', words);
      return this.again(viewer, at, sent([fault]), words);
    }
    return done(at, words.t('hostConditions.confirmed'));
  }

  @Post('dismissal')
  @Policy('hostCondition.settle')
  async setAside(
    @Param() at: Where,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ReasonForm, body, words);
    if (!form.ok)
      return this.again(viewer, at, { form: `aside-${at.termId}`, typed: body, errors: form.errors }, words);
    await this.service.setAside(viewer, at.id, at.itemId, at.termId, form.value.reason);
    return done(at, words.t('hostConditions.setAside'));
  }

  private async again(viewer: Viewer, at: Where, sent: SentBack, words: Words): Promise<PageAnswer> {
    const data = await this.pages.setting(viewer, at.id, at.itemId);
    return page('results/after', conditionsView({ ...data, viewer, sent }, words), { status: 422 });
  }
}

/** The parts of the address. */
interface Where {
  readonly id: string;
  readonly itemId: string;
  readonly termId: string;
}

const done = ({ id, itemId }: Where, text: string): SeeOther =>
  seeOther(`/rounds/${id}/items/${itemId}/conditions`, { tone: 'ok', text });
