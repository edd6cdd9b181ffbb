import { Controller, Get, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { AsksProof, CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { closureView } from './closure.views';
import { ClosuresQueries } from './closures.queries';
import { RoundClosuresService } from './round-closures.service';

/** The closing of a round. */
@Controller('rounds/:id/closure')
export class RoundClosuresController {
  constructor(
    private readonly closures: ClosuresQueries,
    private readonly service: RoundClosuresService,
  ) {}

  @Get()
  @Policy('round.close')
  async preview(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return page('results/closure', closureView(await this.closures.preview(viewer, id), words));
  }

  @Post()
  @Policy('round.close')
  @AsksProof()
  async close(
    @Param('id') id: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.service.close(viewer, id);
    return seeOther(`/rounds/${id}/results`, { tone: 'ok', text: words.t('results.closed') });
  }
}
