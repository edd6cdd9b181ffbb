import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import type { RequestKind } from '../domain/round/two-people';
import { parseBeijing } from '../domain/shared/instant';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { byField, refusalOfForm, typedText, validateForm } from '../http/forms';
import type { Words } from '../words/words';
import { TwoPersonForm } from './round.form';
import { TwoPersonActs } from './two-person-acts.service';
import { TwoPersonPages } from './two-person-pages';

type Form = Record<string, unknown>;

/** What takes two people: the first sends the form and asks, the second sends it and carries it out. */
@Controller('rounds/:id')
export class TwoPersonController {
  constructor(
    private readonly acts: TwoPersonActs,
    private readonly pages: TwoPersonPages,
  ) {}

  @Get('reopening')
  @Policy('round.reopen')
  reopening(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.show(viewer, { id, kind: 'reopen' }, words);
  }

  @Post('reopening')
  @Policy('round.reopen')
  @AsksProof()
  reopen(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.act(viewer, { id, kind: 'reopen' }, body, words);
  }

  @Post('reopening/withdrawal')
  @Policy('round.reopen')
  withdrawReopening(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.withdraw(viewer, { id, kind: 'reopen' }, words);
  }

  @Get('voiding')
  @Policy('round.void')
  voiding(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.show(viewer, { id, kind: 'void' }, words);
  }

  @Post('voiding')
  @Policy('round.void')
  @AsksProof()
  void(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.act(viewer, { id, kind: 'void' }, body, words);
  }

  @Post('voiding/withdrawal')
  @Policy('round.void')
  withdrawVoiding(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    return this.withdraw(viewer, { id, kind: 'void' }, words);
  }

  private async act(
    viewer: Viewer,
    of: { readonly id: string; readonly kind: RequestKind },
    body: Form,
    words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const typed = { deadlineAt: typedText(body, 'deadlineAt'), reason: typedText(body, 'reason') };
    const again = (errors: Record<string, string>): Promise<PageAnswer> =>
      this.pages.show(viewer, of, words, { typed, errors });
    const read = validateForm(TwoPersonForm, body, words);
    if (!read.ok) return again(byField(read.errors));
    const { reason, deadlineAt: text, request: requestId } = read.value;
    const deadlineAt = of.kind === 'reopen' ? parseBeijing(text) : null;
    if (of.kind === 'reopen' && text !== '' && deadlineAt === null)
      return again({ deadlineAt: words.t('refusal.deadlineUnreadable') });
    try {
      const given = { kind: of.kind, reason, deadlineAt, requestId };
      const done = await this.acts.act(viewer, of.id, given);
      return seeOther(this.pages.after(viewer, of, done), {
        tone: 'ok',
        text: words.t(done === 'asked' ? 'rounds.two.flash.asked' : `rounds.two.${of.kind}.carriedOut`),
      });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const field = because.startsWith('reason') ? 'reason' : 'deadlineAt';
      return again({ [field]: words.t(`refusal.${because}`, details) });
    }
  }

  private async withdraw(
    viewer: Viewer,
    of: { readonly id: string; readonly kind: RequestKind },
    words: Words,
  ): Promise<SeeOther> {
    await this.acts.withdraw(viewer, of.id, of.kind);
    return seeOther(this.pages.after(viewer, of, 'asked'), {
      tone: 'ok',
      text: words.t('rounds.two.withdrawn'),
    });
  }
}
