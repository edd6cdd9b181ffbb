import { Controller, Param, Post } from '@nestjs/common';
import type { Viewer } from '../domain/access/viewer';
import { type SeeOther, seeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import type { Words } from '../words/words';
import { SeatLinksService } from './seat-links.service';

/** The links of one seat of an open round. */
@Controller('rounds/:id/seats/:seatId/links')
export class SeatLinksController {
  constructor(private readonly links: SeatLinksService) {}

  @Post('revocation')
  @Policy('round.reissue')
  async withdraw(
    @CurrentViewer() viewer: Viewer,
    @Param('id') id: string,
    @Param('seatId') seatId: string,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    const { name } = await this.links.withdraw(viewer, id, seatId);
    const text = words.t('votingLinks.flash.withdrawn', { name });
    return seeOther(`/rounds/${id}`, { tone: 'ok', text });
  }
}
