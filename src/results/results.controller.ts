import { Controller, Get, Param, Query } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import type { Viewer } from '../domain/access/viewer';
import { page, type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { EarlierOutcomesQueries } from './earlier-outcomes.queries';
import { earlierView } from './earlier-outcomes.views';
import { letterView } from './letter.views';
import { orderAsked } from './result-order.views';
import { ResultsQueries } from './results.queries';
import { resultsView } from './results.views';

/** What closed rounds came to, and the letters about it. */
@Controller()
export class ResultsController {
  constructor(
    private readonly results: ResultsQueries,
    private readonly earlier: EarlierOutcomesQueries,
    private readonly calendars: Calendars,
  ) {}

  @Get('rounds/:id/results')
  @Policy('result.show')
  async show(
    @Param('id') id: string,
    @Query() asked: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const order = orderAsked(asked['by']);
    const results = await this.results.round(viewer, id);
    const calendar = await this.calendars.current();
    return page('results/show', resultsView({ results, viewer, calendar, failed: null, order }, words));
  }

  @Get('rounds/:id/results/earlier')
  @Policy('result.show')
  async earlierOf(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('results/earlier', earlierView(await this.earlier.ofRound(viewer, id), viewer, words));
  }

  /** From the lead to the newest letter about it; the lead's own feature knows nothing of letters. */
  @Get('leads/:id/letter')
  @Policy('letter.show')
  async letterOfLead(@Param('id') id: string, @CurrentViewer() viewer: Viewer): Promise<SeeOther> {
    const [newest] = await this.results.lettersOfLead(id);
    const { letter } = await this.results.letter(viewer, newest?.id ?? '');
    return seeOther(`/letters/${letter.id}`);
  }

  @Get('letters/:id')
  @Policy('letter.show')
  async letter(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('results/letter', letterView(await this.results.letter(viewer, id), viewer, words));
  }
}
