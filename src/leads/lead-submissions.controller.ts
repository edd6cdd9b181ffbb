import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { formValues } from '../domain/lead/form-values';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { WithdrawalForm } from './intake.form';
import { leadFormView } from './lead-form.views';
import { LeadFormQueries } from './lead-form.queries';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';
import { LeadSubmissionsService } from './lead-submissions.service';
import { LeadsService } from './leads.service';
import { emptyContent } from '../domain/lead/content';

type Body = Record<string, unknown>;

/** Handing in what is stored, and taking it back. */
@Controller('leads/:id')
export class LeadSubmissionsController {
  constructor(
    private readonly pages: LeadPageQueries,
    private readonly forms: LeadFormQueries,
    private readonly submissions: LeadSubmissionsService,
    private readonly leads: LeadsService,
  ) {}

  @Post('submission')
  @Policy('lead.submit')
  async submit(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const result = await this.submissions.submit(viewer, id, typedText(body, 'idempotencyKey').slice(0, 80));
    if (result.submitted) {
      return seeOther(`/leads/${id}`, {
        tone: 'ok',
        text: words.t('leads.flash.submitted', { number: result.number }),
      });
    }
    const data = await this.forms.form(viewer, id);
    const content = data.seen?.content ?? emptyContent();
    const refused = { problems: result.problems, kept: true };
    const input = { viewer, data, content, values: formValues(content), refused, creationKey: '' };
    return page('leads/form', leadFormView(input, words), { status: 422 });
  }

  @Post('withdrawal')
  @Policy('lead.withdraw')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(WithdrawalForm, body, words);
    if (form.ok) {
      await this.leads.withdraw(viewer, id, form.value.reason);
      return seeOther(`/leads/${id}`, { tone: 'ok', text: words.t('leads.flash.withdrawn') });
    }
    const sent = { form: 'withdrawal' as const, errors: form.errors, typed: form.typed };
    return page('leads/show', leadPageView(viewer, await this.pages.page(viewer, id), words, sent), {
      status: 422,
    });
  }
}
