import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { isSeatPost } from '../domain/round/seat-voter';
import { Refused } from '../domain/shared/refusal';
import { type PageAnswer, type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';
import { SeatHandoverPages } from './seat-handover-pages';
import { SeatHandoversService } from './seat-handovers.service';

/** A seat of an open round goes to its alternate, or back. */
@Controller('rounds/:id/seats/:seatId/handover')
export class SeatHandoversController {
  constructor(
    private readonly handovers: SeatHandoversService,
    private readonly pages: SeatHandoverPages,
  ) {}

  @Get()
  @Policy('round.handOver')
  ask(
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.show(id, seatId, words);
  }

  @Post()
  @Policy('round.handOver')
  async handOver(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const [reason, to] = [typedText(body, 'reason'), typedText(body, 'to')];
    try {
      const given = { reason, to: isSeatPost(to) ? to : null };
      const { name, post } = await this.handovers.handOver(viewer, id, seatId, given);
      const text = words.t('seats.flash.handedOver', { name, post: words.t(`seats.post.${post}`) });
      return seeOther(`/rounds/${id}`, { tone: 'ok', text });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      const { because, details } = error.refusal;
      return this.pages.show(id, seatId, words, { reason, error: words.t(`refusal.${because}`, details) });
    }
  }
}
