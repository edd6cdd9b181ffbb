import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { GateQueueQueries } from './gate-queue.queries';
import { gateQueueSheet, gateQueueView } from './gate-queue.views';

/** The queue of opinions to take away. */
@Controller()
export class GateExportsController {
  constructor(private readonly pages: GateQueueQueries) {}

  @Get('fair-competition.xlsx')
  @Policy('fairCompetition.list')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const model = gateQueueView(await this.pages.queue(viewer), words);
    return sheetAnswer(gateQueueSheet(model, words), words.t('gate.queue.title'));
  }
}
