import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import type { AppRequest } from '../http/request';
import { plainText } from '../http/forms';
import type { Words } from '../words/words';
import { EMPTY_FORM, pageKey } from './ballot.form';
import { BallotPages } from './ballot-pages';
import { deviceOf } from '../http/device';
import { shownCode } from './receipt-code';
import { RecusalsService } from './recusals.service';

/** A seat takes no part in an item: a page that says what that means, and the act. */
@Controller('ballot/items/:id/recusal')
export class RecusalsController {
  constructor(
    private readonly recusals: RecusalsService,
    private readonly pages: BallotPages,
  ) {}

  @Get()
  @Policy('ballot.vote')
  ask(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.orTooLate(seat, words, () => this.pages.recusal(seat, id, words));
  }

  @Post()
  @Policy('ballot.vote')
  recuse(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const reason = plainText(body['reason']);
    const device = deviceOf(request);
    const act = async (): Promise<PageAnswer | SeeOther> => {
      const result = await this.recusals.recuse(seat, { itemId: id, reason, key: pageKey(body), device });
      if (result.problems) return this.pages.recusal(seat, id, words, { reason, problems: result.problems });
      const text = words.t('ballots.flash.recused', { code: shownCode(result.taken.receiptCode) });
      return seeOther('/ballot', { tone: 'ok', text });
    };
    return this.pages.orTooLate(seat, words, act, {
      typed: { ...EMPTY_FORM, note: reason },
      back: '/ballot',
    });
  }
}
