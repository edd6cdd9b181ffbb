import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { FollowUpsQueries } from './follow-ups.queries';
import { followUpSheet, followUpsView } from './follow-ups.views';

/** What is under way after closings, to take away. */
@Controller()
export class FollowUpExportsController {
  constructor(private readonly queries: FollowUpsQueries) {}

  @Get('follow-ups.xlsx')
  @Policy('followUp.list')
  async sheet(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<FileAnswer> {
    const model = followUpsView(await this.queries.list(viewer), viewer, words);
    return sheetAnswer(followUpSheet(model, words), words.t('after.list.title'));
  }
}
