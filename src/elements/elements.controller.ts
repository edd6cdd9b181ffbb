import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { elementsSheet, elementsView } from './elements.views';
import { ElementsQueries } from './elements.queries';

/** The element ledger of one host, with the entries behind each number. */
@Controller('hosts/:id')
export class ElementsController {
  constructor(private readonly elements: ElementsQueries) {}

  @Get('elements')
  @Policy('elements.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('elements/show', elementsView(await this.elements.ofHost(viewer, id), words));
  }

  @Get('elements.xlsx')
  @Policy('elements.read')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    const accounts = await this.elements.ofHost(viewer, id);
    return sheetAnswer(
      elementsSheet(accounts, words),
      words.t('elements.title', { host: accounts.host.name }),
    );
  }
}
