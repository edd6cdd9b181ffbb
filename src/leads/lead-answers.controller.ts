import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { readDecimal } from '../domain/lead/decimals';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { ElementAnswerForm, HostStatementForm } from './answers.form';
import type { SentForm } from './lead-act-forms.views';
import { LeadAnswersService } from './lead-answers.service';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';

type Body = Record<string, unknown>;

/** What hosts and support departments say of a lead before the vote. */
@Controller('leads/:id')
export class LeadAnswersController {
  constructor(
    private readonly pages: LeadPageQueries,
    private readonly answers: LeadAnswersService,
  ) {}

  @Post('host-statements')
  @Policy('host.state')
  async state(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(HostStatementForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: 'host-statements', ...form }, words);
    const { verdict, reasonCode, text, conditions = [], remedy = '' } = form.value;
    await this.answers.stateAsHost(viewer, id, {
      verdict,
      text,
      reasonCode: reasonCode === '' ? null : reasonCode,
      conditions,
      remedy,
    });
    return seeOther(`/leads/${id}#statements`, { tone: 'ok', text: words.t('leads.flash.stated') });
  }

  @Post('element-answers')
  @Policy('element.answer')
  async answer(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(ElementAnswerForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: 'element-answers', ...form }, words);
    const { element, verdict, text, unit, availableOn } = form.value;
    const quantity = readDecimal(form.value.quantity, 4);
    const said = { element, verdict, text, quantity, unit: unit || null, availableOn: availableOn || null };
    await this.answers.answerElement(viewer, id, said);
    return seeOther(`/leads/${id}#elements`, { tone: 'ok', text: words.t('leads.flash.answered') });
  }

  private async again(viewer: Viewer, id: string, sent: SentForm, words: Words): Promise<PageAnswer> {
    return page('leads/show', leadPageView(viewer, await this.pages.page(viewer, id), words, sent), {
      status: 422,
    });
  }
}
