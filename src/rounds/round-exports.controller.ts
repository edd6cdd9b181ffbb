import { Controller, Get, Query } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sheetAnswer } from '../http/download';
import type { FileAnswer } from '../http/answers';
import { CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { roundListView, roundSheet } from './round-list.views';
import { listFilter } from './round-requests';
import { RoundsQueries } from './rounds.queries';

/** More rounds than a city holds in a generation. */
const most = 10_000;

/** The list of rounds to take away. */
@Controller()
export class RoundExportsController {
  constructor(
    private readonly queries: RoundsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('rounds.xlsx')
  @Policy('round.list')
  async sheet(@Query() asked: Record<string, unknown>, @CurrentWords() words: Words): Promise<FileAnswer> {
    const filter = { ...listFilter(asked), page: 1, size: most };
    const [found, states] = await Promise.all([this.queries.list(filter), this.queries.states()]);
    const seen = { filter, states, now: this.clock.now(), mayPlan: false };
    return sheetAnswer(roundSheet(roundListView(found, seen, words), words), words.t('rounds.list.title'));
  }
}
