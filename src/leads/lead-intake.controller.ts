import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { type FieldError, refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { IntakeForm } from './intake.form';
import { refusalText } from './lead-act-forms.views';
import { LeadIntakeService } from './lead-intake.service';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';

type Body = Record<string, unknown>;

/** The secretariat's decision on a submitted lead. */
@Controller('leads/:id/intake')
export class LeadIntakeController {
  constructor(
    private readonly pages: LeadPageQueries,
    private readonly intake: LeadIntakeService,
  ) {}

  @Post()
  @Policy('lead.intake')
  async decide(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(IntakeForm, body, words);
    if (!form.ok) return this.again(viewer, id, body, form.errors, words);
    try {
      await this.intake.decide(viewer, id, form.value);
    } catch (error) {
      const message = refusalText(refusalOfForm(error), words);
      return this.again(viewer, id, body, [{ field: 'mergeInto', message }], words);
    }
    return seeOther(`/leads/${id}`, { tone: 'ok', text: words.t(`leads.flash.${form.value.verdict}`) });
  }

  private async again(
    viewer: Viewer,
    id: string,
    typed: Body,
    errors: FieldError[],
    words: Words,
  ): Promise<PageAnswer> {
    const sent = { form: 'intake' as const, errors, typed };
    return page('leads/show', leadPageView(viewer, await this.pages.page(viewer, id), words, sent), {
      status: 422,
    });
  }
}
