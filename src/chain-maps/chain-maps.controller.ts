import { Controller, Get, Param } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { chainMapView } from './chain-map.views';
import { ChainMapsQueries } from './chain-maps.queries';

/** A chain drawn: segments, gaps, target firms, and the leads and projects on it. */
@Controller('chains/:id/map')
export class ChainMapsController {
  constructor(private readonly maps: ChainMapsQueries) {}

  @Get()
  @Policy('chain.read')
  async show(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    const data = await this.maps.map(viewer, id);
    if (data === null) throw new Refused(refuse('notFound'), 404);
    return page('chain-maps/show', chainMapView(data, words));
  }
}
