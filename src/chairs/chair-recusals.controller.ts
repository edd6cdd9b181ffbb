import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { type PageAnswer, type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm } from '../http/forms';
import type { Words } from '../words/words';
import { ChairPages } from './chair-pages';
import { ChairsService } from './chairs.service';

/** Whoever presides over an item says that they have an interest in it: a page that says what that means, and the act. */
@Controller('rounds/:id/items/:itemId/chair-recusal')
export class ChairRecusalsController {
  constructor(
    private readonly chairs: ChairsService,
    private readonly pages: ChairPages,
  ) {}

  @Get()
  @Policy('chair.recuse')
  ask(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.own(viewer, id, itemId, words);
  }

  @Post()
  @Policy('chair.recuse')
  async recuse(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('itemId') itemId: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const reason = plainText(body['reason']);
    try {
      await this.chairs.recuse(viewer, id, itemId, { personId: viewer.personId, reason });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      return this.pages.own(viewer, id, itemId, words, {
        reason,
        error: words.t(`refusal.${because}`, details),
      });
    }
    return seeOther(`/rounds/${id}/results`, { tone: 'ok', text: words.t('chairs.flash.own') });
  }
}
