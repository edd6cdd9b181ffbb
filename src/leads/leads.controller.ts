import { Controller, Get, Param, Query } from '@nestjs/common';
import { Calendars } from '../calendar/calendars';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { intakeOverdueBefore } from '../domain/lead/intake-clock';
import { readLeadFilter } from './lead-filter';
import { LeadListQueries } from './lead-list.queries';
import { leadListView } from './lead-list.views';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';
import { leadRevisionView } from './lead-revision.views';

/** The list, a lead, and what a revision changed. */
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly clock: Clock,
    private readonly calendars: Calendars,
    private readonly lists: LeadListQueries,
    private readonly pages: LeadPageQueries,
  ) {}

  @Get()
  @Policy('lead.list')
  async list(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() query: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const filter = readLeadFilter(query);
    const time = { now: this.clock.now(), calendar: await this.calendars.current() };
    const list = await this.lists.list(viewer, filter, intakeOverdueBefore(time.calendar, time.now));
    return page('leads/index', leadListView(viewer, filter, list, time, words));
  }

  @Get(':id')
  @Policy('lead.show')
  async show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
  ): Promise<PageAnswer> {
    return page('leads/show', leadPageView(viewer, await this.pages.page(viewer, id), words));
  }

  @Get(':id/revisions/:number')
  @Policy('lead.show')
  async revision(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('against') against: unknown,
  ): Promise<PageAnswer> {
    if (!/^[1-9]\d{0,3}$/.test(number)) throw new Refused(refuse('leadNotFound'), 404);
    const earlier = typeof against === 'string' && /^[1-9]\d{0,3}$/.test(against) ? Number(against) : 0;
    const before = earlier > 0 && earlier < Number(number) ? earlier : Number(number) - 1;
    const data = await this.pages.revision(viewer, id, Number(number), before);
    return page('leads/revision', leadRevisionView(viewer, data, words));
  }
}
