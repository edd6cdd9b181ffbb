import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { insist, refuse } from '../domain/shared/refusal';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import type { SentForm } from './lead-act-forms.views';
import { LeadOffersService } from './lead-offers.service';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';
import { offerRefusal } from './lead-refusals';
import { DeclinedWordForm, OfferForm } from './offer.form';

type Body = Record<string, unknown>;

/** Offering a lead to other hosts, and the written word where all have declined. */
@Controller('leads/:id')
export class LeadOffersController {
  constructor(
    private readonly pages: LeadPageQueries,
    private readonly offers: LeadOffersService,
  ) {}

  @Post('offers')
  @Policy('lead.offer')
  async offer(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(OfferForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: 'offers', ...form }, words);
    try {
      await this.offers.offer(viewer, id, form.value);
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const field = because === 'consentMissing' ? 'consent' : 'hostId';
      const errors = [{ field, message: words.t(`refusal.${because}`, details) }];
      return this.again(viewer, id, { form: 'offers', errors, typed: body }, words);
    }
    return seeOther(`/leads/${id}#statements`, { tone: 'ok', text: words.t('answers.flash.offered') });
  }

  @Post('declined-words')
  @Policy('lead.offer')
  async word(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @FormBody() body: Body,
  ): Promise<PageAnswer | SeeOther> {
    const form = validateForm(DeclinedWordForm, body, words);
    if (!form.ok) return this.again(viewer, id, { form: 'declined-words', ...form }, words);
    await this.offers.writeWord(viewer, id, form.value.text);
    return seeOther(`/leads/${id}#statements`, { tone: 'ok', text: words.t('answers.flash.word') });
  }

  private async again(viewer: Viewer, id: string, sent: SentForm, words: Words): Promise<PageAnswer> {
    const data = await this.pages.page(viewer, id);
    // A form that cannot be sent now is not on the page, so there is nothing to be corrected.
    if (sent.form === 'offers') insist(offerRefusal(viewer, data.seen), 409);
    else insist(data.standing?.isDeclinedByAll ? null : refuse('notDeclinedByAll'), 409);
    return page('leads/show', leadPageView(viewer, data, words, sent), { status: 422 });
  }
}
