import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { vetoListView, vetoSheet } from './veto-list.views';
import { VetoesQueries } from './vetoes.queries';

/** The vetoes a person may see, to take away. */
@Controller()
export class VetoExportsController {
  constructor(private readonly queries: VetoesQueries) {}

  @Get('vetoes.xlsx')
  @Policy('veto.list')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const model = vetoListView(await this.queries.ofViewer(viewer), words);
    return sheetAnswer(vetoSheet(model, words), words.t('vetoes.title'));
  }
}
