import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { parseBeijing } from '../domain/shared/instant';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, typedText, validateForm } from '../http/forms';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { SentForm } from './room-act-forms.views';
import { RoundPages } from './round-pages';
import { CancellationForm, ExtensionForm } from './round.form';
import { RoundsService } from './rounds.service';

type Form = Record<string, unknown>;

/** What is done to a round: each act is a resource below it. */
@Controller('rounds/:id')
export class RoundActsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly pages: RoundPages,
  ) {}

  @Post('opening')
  @Policy('round.open')
  async open(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const seats = await this.rounds.open(viewer, id);
    return seeOther(`/rounds/${id}`, { tone: 'ok', text: words.t('rounds.flash.opened', { n: seats }) });
  }

  @Post('extension')
  @Policy('round.extend')
  extend(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const read = validateForm(ExtensionForm, body, words);
    return this.orAgain(viewer, id, 'extension', body, words, read.ok ? null : read.errors, async () => {
      const deadlineAt = parseBeijing(typedText(body, 'deadlineAt'));
      await this.rounds.extend(viewer, id, { deadlineAt, reason: typedText(body, 'reason') });
      const at = deadlineAt === null ? '' : formatsFor(words).dateTime(deadlineAt);
      return words.t('rounds.flash.extended', { at });
    });
  }

  @Post('cancellation')
  @Policy('round.cancel')
  cancel(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const read = validateForm(CancellationForm, body, words);
    return this.orAgain(viewer, id, 'cancellation', body, words, read.ok ? null : read.errors, async () => {
      await this.rounds.cancel(viewer, id, { reason: typedText(body, 'reason') });
      return words.t('rounds.flash.cancelled');
    });
  }

  @Post('seats/:seatId/links')
  @Policy('round.reissue')
  async reissue(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const { name } = await this.rounds.reissueLink(viewer, id, seatId);
    return seeOther(`/rounds/${id}`, {
      tone: 'ok',
      text: words.t('rounds.flash.reissued', { name }),
    });
  }

  /** Does the act, or shows the room again with what was typed and the message beside its field. */
  private async orAgain(
    viewer: Viewer,
    id: string,
    form: SentForm['form'],
    body: Form,
    words: Words,
    wrong: readonly { field: string; message: string }[] | null,
    deed: () => Promise<string>,
  ): Promise<PageAnswer | SeeOther> {
    const typed = { deadlineAt: typedText(body, 'deadlineAt'), reason: typedText(body, 'reason') };
    const again = (errors: Record<string, string>): Promise<PageAnswer> =>
      this.pages.room(viewer, id, words, { filter: 'all', sent: { form, typed, errors } });
    if (wrong !== null) return again(byField(wrong));
    try {
      return seeOther(`/rounds/${id}`, { tone: 'ok', text: await deed() });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const field = because === 'reasonMissing' ? 'reason' : 'deadlineAt';
      return again({ [field]: words.t(`refusal.${because}`, details) });
    }
  }
}
