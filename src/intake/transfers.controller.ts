import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, typedText, validateForm } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import type { Words } from '../words/words';
import { TransferAnswerForm } from './intake-act.form';
import { answerForm } from './transfer-section.views';
import { TransfersService } from './transfers.service';

/** What the scout says, for the investor, to another host. */
@Controller('leads/:id/transfers/:transferId/answer')
export class TransfersController {
  constructor(
    private readonly transfers: TransfersService,
    private readonly access: LeadAccessQueries,
  ) {}

  @Post()
  @Policy('transfer.answer')
  async answer(
    @Param('id') id: string,
    @Param('transferId') transferId: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(TransferAnswerForm, body, words);
    if (form.ok) {
      const { answer, text } = form.value;
      await this.transfers.answer(viewer, id, transferId, { agrees: answer === 'agree', text });
      return seeOther(`/leads/${id}#transfer`, { tone: 'ok', text: words.t(`intake.flash.${answer}`) });
    }
    const { lead } = await this.access.see(viewer, id);
    const title = words.t('intake.transfer.title');
    const back = { text: typedText(body, 'text'), errors: byField(form.errors) };
    const model = {
      page: {
        title,
        dataPage: 'lead-transfer',
        crumbs: [{ label: lead.number ?? lead.title, href: `/leads/${id}` }, { label: title }],
        head: pageHead({ title, meta: [{ strong: lead.number ?? '' }, lead.title] }),
      },
      form: answerForm(id, transferId, words, back),
    };
    return page('questions/again', model, { status: 422 });
  }
}
