import { Controller, Get, Param, Query, Req } from '@nestjs/common';
import { AccessLog, accessorOf } from '../access-log/access-log';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import type { SeenLead } from './lead-access.queries';
import { readLeadFilter } from './lead-filter';
import { LeadListQueries } from './lead-list.queries';
import { leadListView } from './lead-list.views';
import { LeadOverdueQueries } from './lead-overdue.queries';
import { LeadPageQueries } from './lead-page.queries';
import { leadPageView } from './lead-page.views';
import { leadRevisionView } from './lead-revision.views';

/** The list, a lead, and what a revision changed. */
@Controller('leads')
export class LeadsController {
  constructor(
    private readonly overdue: LeadOverdueQueries,
    private readonly lists: LeadListQueries,
    private readonly pages: LeadPageQueries,
    private readonly accesses: AccessLog,
  ) {}

  @Get()
  @Policy('lead.list')
  async list(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() query: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const filter = readLeadFilter(query);
    const time = await this.overdue.now();
    const list = await this.lists.list(viewer, filter, time.overdue);
    const ends = await this.overdue.ends(list.rows, time);
    return page('leads/index', leadListView(viewer, filter, { ...list, ends }, time, words));
  }

  @Get(':id')
  @Policy('lead.show')
  async show(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Req() request: AppRequest,
  ): Promise<PageAnswer> {
    const data = await this.pages.page(viewer, id);
    this.noteLook(viewer, data.seen, request);
    return page('leads/show', leadPageView(viewer, data, words));
  }

  @Get(':id/revisions/:number')
  @Policy('lead.show')
  async revision(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Param('id') id: string,
    @Param('number') number: string,
    @Query('against') against: unknown,
    @Req() request: AppRequest,
  ): Promise<PageAnswer> {
    if (!/^[1-9]\d{0,3}$/.test(number)) throw new Refused(refuse('leadNotFound'), 404);
    const earlier = typeof against === 'string' && /^[1-9]\d{0,3}$/.test(against) ? Number(against) : 0;
    const before = earlier > 0 && earlier < Number(number) ? earlier : Number(number) - 1;
    const data = await this.pages.revision(viewer, id, Number(number), before);
    this.noteLook(viewer, data.seen, request);
    return page('leads/revision', leadRevisionView(viewer, data, words));
  }

  /** Who reads a restricted lead that is not their own. */
  private noteLook(viewer: Viewer, { lead, facts }: SeenLead, request: AppRequest): void {
    const by = accessorOf(request);
    if (!facts.isRestricted || lead.scoutId === viewer.personId || by === null) return;
    const detail = lead.number ?? '';
    this.accesses.note({ kind: 'restrictedView', by, subject: { type: 'lead', id: lead.id }, detail });
  }
}
