import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { download, sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { wordsFor, type Words } from '../words/words';
import { paperDocx } from './minutes-docx';
import { minutesPage, minutesPaper } from './minutes.views';
import { MinutesQueries } from './minutes.queries';
import { resultsSheets } from './results-sheet';
import { ResultsQueries } from './results.queries';

/** What is taken away from a counted round: its minutes, on paper and as a Word file, and its results as a spreadsheet. */
@Controller('rounds/:id')
export class MinutesController {
  constructor(
    private readonly minutes: MinutesQueries,
    private readonly results: ResultsQueries,
  ) {}

  @Get('minutes')
  @Policy('result.show')
  async show(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('results/minutes', minutesPage(await this.minutes.of(viewer, id), words));
  }

  /** Minutes are an official document of the city: in Chinese, whatever language the page is read in. */
  @Get('minutes.docx')
  @Policy('result.show')
  async docx(@Param('id') id: string, @CurrentViewer() viewer: Viewer): Promise<FileAnswer> {
    const words = wordsFor('zh-CN');
    const minutes = await this.minutes.of(viewer, id);
    const { number } = minutes.results.material.round;
    const bytes = await paperDocx(minutesPaper(minutes, words));
    return download(bytes, words.t('minutes.file', { round: number }), 'docx');
  }

  @Get('results.xlsx')
  @Policy('result.show')
  async sheet(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<FileAnswer> {
    const results = await this.results.round(viewer, id);
    return sheetAnswer(
      resultsSheets(results, words),
      words.t('results.file', { round: results.material.round.number }),
    );
  }
}
