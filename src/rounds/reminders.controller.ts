import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { ReminderPages } from './reminder-pages';
import { ReminderForm } from './reminder.form';
import { RemindersService } from './reminders.service';

type Form = Record<string, unknown>;

/** Reminding by hand: who it goes to is shown before it goes. */
@Controller('rounds/:id/reminders')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersService,
    private readonly pages: ReminderPages,
  ) {}

  @Get()
  @Policy('round.remind')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.show(viewer, id, words);
  }

  /**
   * `intent=preview` only leads to the page, `intent=chosen` goes to the ticked seats; without an intent it goes to
   * every seat that has not finished.
   */
  @Post()
  @Policy('round.remind')
  async remind(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const intent = typedText(body, 'intent');
    if (intent === 'preview') return seeOther(`/rounds/${id}/reminders`);
    const read = validateForm(ReminderForm, body, words);
    const chosen = read.ok ? read.value.seatIds : [];
    if (intent === 'chosen' && chosen.length === 0)
      return this.pages.show(viewer, id, words, { chosen, error: words.t('reminders.noneChosen') });
    const { seats, finished } = await this.reminders.remind(viewer, id, intent === 'chosen' ? chosen : null);
    const key = finished > 0 ? 'reminders.flash.some' : 'rounds.flash.reminded';
    return seeOther(`/rounds/${id}`, { tone: 'ok', text: words.t(key, { n: seats, finished }) });
  }
}
