import { Controller, Get, Param, Post, Query } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { holds, type Viewer } from '../domain/access/viewer';
import { PageAnswer, page, SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { roundListView } from './round-list.views';
import { RoundPages } from './round-pages';
import { RoundPlanningQueries } from './round-planning.queries';
import { planView, problemWords } from './round-planning.views';
import { listFilter, planTyped, readPlan, seatFilter, trackOf } from './round-requests';
import { RoundsQueries } from './rounds.queries';
import { RoundsService } from './rounds.service';

type Asked = Record<string, unknown>;

/** Rounds: the list, planning one, and its room. */
@Controller('rounds')
export class RoundsController {
  constructor(
    private readonly rounds: RoundsService,
    private readonly queries: RoundsQueries,
    private readonly planning: RoundPlanningQueries,
    private readonly pages: RoundPages,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Policy('round.list')
  async index(
    @CurrentViewer() viewer: Viewer,
    @Query() asked: Asked,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const filter = listFilter(asked);
    const [found, states] = await Promise.all([this.queries.list(filter), this.queries.states()]);
    const mayPlan = holds(viewer, 'secretariat');
    return page(
      'rounds/index',
      roundListView(found, { filter, states, now: this.clock.now(), mayPlan }, words),
    );
  }

  @Get('new')
  @Policy('round.plan')
  async new(@Query() asked: Asked, @CurrentWords() words: Words): Promise<PageAnswer> {
    const planning = await this.planning.planning();
    const { leadIds } = planTyped(asked);
    return page(
      'rounds/new',
      planView(planning, { track: trackOf(asked), typed: { leadIds }, errors: {} }, words),
    );
  }

  @Post()
  @Policy('round.plan')
  async create(
    @CurrentViewer() viewer: Viewer,
    @FormBody() body: Asked,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const plan = readPlan(body, words);
    const outcome = await this.rounds.planOrSay(viewer, plan);
    if ('problems' in outcome) {
      const asked = {
        track: trackOf(body),
        typed: planTyped(body),
        errors: problemWords(outcome.problems, words),
      };
      return page('rounds/new', planView(await this.planning.planning(), asked, words), { status: 422 });
    }
    const next = plan.isShared ? '/assignment' : '';
    return seeOther(`/rounds/${outcome.id}${next}`, {
      tone: 'ok',
      text: words.t('rounds.flash.planned', outcome),
    });
  }

  @Get(':id')
  @Policy('round.show')
  show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Query() asked: Asked,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.room(viewer, id, words, { filter: seatFilter(asked), sent: null });
  }
}
