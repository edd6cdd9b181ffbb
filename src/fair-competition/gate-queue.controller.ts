import { Controller, Get } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { GateQueueQueries } from './gate-queue.queries';
import { gateQueueView } from './gate-queue.views';

/** Leads whose requests wait for an opinion. */
@Controller('fair-competition')
export class GateQueueController {
  constructor(private readonly pages: GateQueueQueries) {}

  @Get()
  @Policy('fairCompetition.list')
  async index(@CurrentViewer() viewer: Viewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return page('fair-competition/queue', gateQueueView(await this.pages.queue(viewer), words));
  }
}
