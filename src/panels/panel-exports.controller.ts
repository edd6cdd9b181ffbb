import { Controller, Get } from '@nestjs/common';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { panelListView, panelSheet } from './panel.views';
import { PanelsQueries } from './panels.queries';

/** The list of panels to take away. */
@Controller()
export class PanelExportsController {
  constructor(private readonly panels: PanelsQueries) {}

  @Get('panels.xlsx')
  @Policy('panel.read')
  async sheet(@CurrentWords() words: Words): Promise<FileAnswer> {
    const model = panelListView(await this.panels.list(), false, words);
    return sheetAnswer(panelSheet(model, words), words.t('panels.list.title'));
  }
}
