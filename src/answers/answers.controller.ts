import { Controller, Get, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { PeopleQueries } from '../people/people.queries';
import type { Words } from '../words/words';
import { answerListView, answerSheet, type AnswerListFacts } from './answer-list.views';
import { AnswersQueries } from './answers.queries';

/** What waits for the answer of a host or a department. */
@Controller()
export class AnswersController {
  constructor(
    private readonly answers: AnswersQueries,
    private readonly people: PeopleQueries,
  ) {}

  @Get('answers')
  @Policy('answer.list')
  async index(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query('late') late: unknown,
  ): Promise<PageAnswer> {
    return page('answers/index', answerListView(viewer, await this.facts(viewer, late), words));
  }

  @Get('answers.xlsx')
  @Policy('answer.list')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query('late') late: unknown,
  ): Promise<FileAnswer> {
    const sheet = answerSheet(await this.facts(viewer, late), words);
    return sheetAnswer(sheet, words.t('answers.list.office'));
  }

  private async facts(viewer: Viewer, late: unknown): Promise<AnswerListFacts> {
    const waiting = await this.answers.waiting(viewer);
    const units = await this.people.units();
    return {
      waiting,
      onlyLate: late === '1',
      unitNames: new Map(units.map(({ code, name }) => [code, name])),
    };
  }
}
