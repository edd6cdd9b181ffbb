import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { BallotPages } from './ballot-pages';
import { DeclarationsService } from './declarations.service';
import { coarseDevice } from './device';

/** What is asked on opening an item: whether there is an interest in it. */
@Controller('ballot/items/:id/declaration')
export class DeclarationsController {
  constructor(
    private readonly declarations: DeclarationsService,
    private readonly pages: BallotPages,
  ) {}

  @Get()
  @Policy('ballot.vote')
  ask(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.pages.orTooLate(seat, words, () => this.pages.declaration(seat, id, words));
  }

  /** `interest=none` goes on to the item, `interest=some` to the recusal. */
  @Post()
  @Policy('ballot.vote')
  declare(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const path = `/ballot/items/${encodeURIComponent(id)}`;
    const act = async (): Promise<PageAnswer | SeeOther> => {
      const interest = typedText(body, 'interest');
      if (interest === 'some') return seeOther(`${path}/recusal`);
      if (interest !== 'none') return this.pages.declaration(seat, id, words, true);
      const device = coarseDevice(String(request.headers['user-agent'] ?? ''));
      await this.declarations.declareNone(seat, id, device);
      return seeOther(path);
    };
    return this.pages.orTooLate(seat, words, act, { typed: null, back: '/ballot' });
  }
}
