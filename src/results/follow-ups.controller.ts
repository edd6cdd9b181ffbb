import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { FollowUpsQueries } from './follow-ups.queries';
import { followUpsView } from './follow-ups.views';

/** What is under way after closings. */
@Controller('follow-ups')
export class FollowUpsController {
  constructor(private readonly queries: FollowUpsQueries) {}

  @Get()
  @Policy('followUp.list')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('results/after', followUpsView(await this.queries.list(viewer), viewer, words));
  }
}
