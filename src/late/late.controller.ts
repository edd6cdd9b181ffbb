import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { file, page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { spreadsheet } from '../http/spreadsheet';
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
    const sheet = lateSheet(await this.all(viewer), readLateFilter(asked), words);
    const name = encodeURIComponent(`${words.t('promises.late.title')}.xlsx`);
    return file(await spreadsheet([sheet]), {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="late.xlsx"; filename*=UTF-8''${name}`,
    });
  }

  private all(viewer: Viewer): Promise<LateList> {
    return this.late.list(viewer, 'all');
  }
}
