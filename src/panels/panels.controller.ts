import { Controller, Get, Param } from '@nestjs/common';
import { refuse, Refused } from '../domain/shared/refusal';
import { page, PageAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { panelListView, panelView } from './panel.views';
import { PanelsQueries } from './panels.queries';

/** Panels and who sits on them, to be read. */
@Controller('panels')
export class PanelsController {
  constructor(private readonly panels: PanelsQueries) {}

  @Get()
  @Policy('panel.read')
  async index(@CurrentWords() words: Words): Promise<PageAnswer> {
    return page('panels/index', panelListView(await this.panels.list(), words));
  }

  @Get(':id')
  @Policy('panel.read')
  async show(@Param('id') id: string, @CurrentWords() words: Words): Promise<PageAnswer> {
    const panel = await this.panels.panel(id);
    if (panel === null) throw new Refused(refuse('notFound'), 404);
    return page('panels/show', panelView(panel, words));
  }
}
