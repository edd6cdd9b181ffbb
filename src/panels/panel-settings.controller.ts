import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { refuse, Refused } from '../domain/shared/refusal';
import { type PageAnswer, type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm, typedText } from '../http/forms';
import { actorOf } from '../ledger/actor';
import type { Words } from '../words/words';
import { typedSeat } from './panel.form';
import { PanelPages } from './panel-pages';
import { PanelSettingsService } from './panel-settings.service';
import { PanelsQueries } from './panels.queries';

/** What is set for a panel as a whole: the second step of its voting links. */
@Controller('panels/:id/second-step')
export class PanelSettingsController {
  constructor(
    private readonly settings: PanelSettingsService,
    private readonly panels: PanelsQueries,
    private readonly pages: PanelPages,
  ) {}

  @Post()
  @Policy('panel.manage')
  async set(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const panel = await this.panels.panel(id);
    if (panel === null) throw new Refused(refuse('notFound'), 404);
    const step = typedText(body, 'secondStep');
    try {
      await this.settings.askForSecondStep(actorOf(viewer), id, step);
      return seeOther(`/panels/${id}`, { tone: 'ok', text: words.t(`votingLinks.panel.flash.${step}`) });
    } catch (error) {
      const { because, details } = refusalOfForm(error);
      const errors = { secondStep: words.t(`refusal.${because}`, details) };
      return this.pages.panel(panel, { typed: typedSeat(null), errors }, words);
    }
  }
}
