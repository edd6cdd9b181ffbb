import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { PageAnswer, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm, typedText } from '../http/forms';
import type { Words } from '../words/words';
import { InterestPages } from './interest-pages';
import { InterestsService } from './interests.service';
import type { SentInterest } from './interests.views';

type Form = Record<string, unknown>;

/** Who takes no part in which item: suggested, confirmed or dismissed, and what people have told. */
@Controller('rounds/:id/recusals')
export class InterestsController {
  constructor(
    private readonly interests: InterestsService,
    private readonly pages: InterestPages,
  ) {}

  @Get()
  @Policy('round.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.page(viewer, id, words);
  }

  /** `verdict=confirm` recuses, `verdict=dismiss` does not. */
  @Post()
  @Policy('round.recuse')
  decide(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const key = {
      itemId: typedText(body, 'item'),
      seatId: typedText(body, 'seat'),
      personId: typedText(body, 'person'),
    };
    const verdict = typedText(body, 'verdict');
    const reason = plainText(body['reason']);
    const sent = { form: 'decision' as const, key, reason };
    if (verdict !== 'confirm' && verdict !== 'dismiss')
      return this.pages.page(viewer, id, words, { ...sent, error: words.t('refusal.interestVerdict') });
    return this.orAgain(viewer, id, words, sent, async () => {
      await this.interests.decide(viewer, id, key, { confirms: verdict === 'confirm', reason });
      return words.t(`interests.flash.${verdict}`);
    });
  }

  @Post('told')
  @Policy('round.recuse')
  tell(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const key = { itemId: typedText(body, 'item'), seatId: typedText(body, 'seat') };
    const reason = plainText(body['reason']);
    const sent = { form: 'told' as const, key: { ...key, personId: '' }, reason };
    return this.orAgain(viewer, id, words, sent, async () => {
      await this.interests.tell(viewer, id, { ...key, reason });
      return words.t('interests.flash.confirm');
    });
  }

  private async orAgain(
    viewer: Viewer,
    id: string,
    words: Words,
    sent: Omit<SentInterest, 'error'>,
    act: () => Promise<string>,
  ): Promise<PageAnswer | SeeOther> {
    try {
      return seeOther(`/rounds/${id}/recusals`, { tone: 'ok', text: await act() });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.pages.page(viewer, id, words, { ...sent, error: words.t(`refusal.${because}`, details) });
    }
  }
}
