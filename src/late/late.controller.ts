import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { readLateFilter } from './late-filter';
import { LateQueries, type LateList } from './late.queries';
import { lateSheet, lateView } from './late.views';

/** Whose turn is it, and how late is it. */
@Controller()
export class LateController {
  constructor(private readonly late: LateQueries) {}

  @Get('late')
  @Policy('promise.list')
  async index(
    @Query() asked: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page(
      'late/index',
      lateView(await this.all(viewer), readLateFilter(asked), this.late.kinds, words),
    );
  }

  @Get('late.xlsx')
  @Policy('promise.list')
  async sheet(
    @Query() asked: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    return sheetAnswer(
      lateSheet(await this.all(viewer), readLateFilter(asked), words),
      words.t('promises.late.title'),
    );
  }

  private all(viewer: Viewer): Promise<LateList> {
    return this.late.list(viewer, 'all');
  }
}
