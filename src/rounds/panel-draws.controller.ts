import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused } from '../domain/shared/refusal';
import { type PageAnswer, type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { Words } from '../words/words';
import { readSeated } from './panel-draw.form';
import { PanelDrawPages } from './panel-draw-pages';
import { PanelDrawsService } from './panel-draws.service';

type Form = Record<string, unknown>;

/** The panel of a planned round: drawn for it, adjusted by hand, applied as one act. */
@Controller('rounds/:id/panel')
export class PanelDrawsController {
  constructor(
    private readonly draws: PanelDrawsService,
    private readonly pages: PanelDrawPages,
  ) {}

  @Get()
  @Policy('round.assign')
  show(@Param('id') id: string, @Query() asked: Form, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.page(id, asked, words);
  }

  @Post()
  @Policy('round.assign')
  async apply(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Form,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const [seated, reason] = [readSeated(body), typedText(body, 'reason')];
    const wish = await this.pages.wish(id, body);
    try {
      const n = await this.draws.apply(viewer, id, { ...wish, seated, reason });
      return seeOther(`/rounds/${id}`, { tone: 'ok', text: words.t('panelDraw.applied', { n }) });
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 422) throw error;
      const { because, details } = error.refusal;
      const refusal = words.t(`refusal.${because}`, details);
      return this.pages.page(id, body, words, { seated, reason, refusal });
    }
  }
}
