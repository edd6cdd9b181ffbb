import { Controller, Get, Post, Query } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, MaybeViewer, Policy } from '../http/decorators';
import { ownPath } from '../http/own-path';
import type { Words } from '../words/words';
import { pledgePage } from './pledge.views';
import { PledgesQueries } from './pledges.queries';
import { PledgesService } from './pledges.service';

/** The pledge of confidentiality: to be read by anyone, and to be given where a new version asks for it. */
@Controller('pledge')
export class PledgeController {
  constructor(
    private readonly pledges: PledgesQueries,
    private readonly service: PledgesService,
  ) {}

  @Get()
  @Policy('session.signIn')
  async show(
    @MaybeViewer() viewer: Viewer | null,
    @CurrentWords() words: Words,
    @Query('next') next: unknown,
  ): Promise<PageAnswer> {
    const current = await this.pledges.current();
    const asked = viewer !== null && !(await this.pledges.hasGiven(viewer.personId));
    return page('pledge/show', pledgePage({ current, asked, next: ownPath(next) }, words));
  }

  @Post()
  @Policy('session.own')
  async give(@CurrentViewer() viewer: Viewer, @FormBody() body: Record<string, unknown>): Promise<SeeOther> {
    await this.service.give(viewer);
    return seeOther(ownPath(body['next']));
  }
}
