import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { pageKey, typedForm } from './ballot.form';
import { BallotPages } from './ballot-pages';
import { BallotsService, type CastResult, type SentBallot } from './ballots.service';
import { itemPath } from './ballot-room';
import { deviceOf } from '../http/device';
import { shownCode } from './receipt-code';

/** The panelist's items: read, keep a draft, cast, cast anew. */
@Controller('ballot')
export class BallotsController {
  constructor(
    private readonly ballots: BallotsService,
    private readonly pages: BallotPages,
  ) {}

  @Get()
  @Policy('ballot.vote')
  list(@CurrentBallot() seat: BallotViewer, @CurrentWords() words: Words): Promise<PageAnswer> {
    return this.pages.orTooLate(seat, words, () => this.pages.list(seat, words));
  }

  @Get('items/:id')
  @Policy('ballot.vote')
  item(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer> {
    return this.pages.orTooLate(seat, words, () => this.pages.item(seat, id, words));
  }

  @Post('items/:id')
  @Policy('ballot.vote')
  send(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
    @Req() request: AppRequest,
  ): Promise<PageAnswer | SeeOther> {
    const device = deviceOf(request);
    const sent: SentBallot = { itemId: id, typed: typedForm(body), key: pageKey(body), device };
    const acts: Record<string, () => Promise<PageAnswer | SeeOther>> = {
      cast: () => this.cast(seat, sent, words),
      draft: () => this.keep(seat, sent, words, request.headers['x-requested-with'] === 'autosave'),
    };
    const intent = typedText(body, 'intent');
    const act = Object.hasOwn(acts, intent) ? acts[intent] : undefined;
    const unclear = () => this.again(seat, sent, words, [{ field: 'cast', because: 'intentMissing' }]);
    const back = `/ballot/items/${encodeURIComponent(id)}`;
    return this.pages.orTooLate(seat, words, act ?? unclear, { typed: sent.typed, back });
  }

  private async cast(seat: BallotViewer, sent: SentBallot, words: Words): Promise<PageAnswer | SeeOther> {
    const result = await this.ballots.cast(seat, sent);
    return result.problems ? this.again(seat, sent, words, result.problems) : castAnswer(result, words);
  }

  private async keep(
    seat: BallotViewer,
    sent: SentBallot,
    words: Words,
    silently: boolean,
  ): Promise<PageAnswer | SeeOther> {
    const problems = await this.ballots.saveDraft(seat, sent.itemId, sent.typed);
    if (problems.length > 0) return this.again(seat, sent, words, problems);
    const path = `/ballot/items/${sent.itemId}`;
    return seeOther(path, silently ? null : { tone: 'ok', text: words.t('ballots.flash.draft') });
  }

  private again(
    seat: BallotViewer,
    { itemId, typed }: SentBallot,
    words: Words,
    problems: NonNullable<CastResult['problems']>,
  ): Promise<PageAnswer> {
    return this.pages.item(seat, itemId, words, { typed, problems });
  }
}

/** On to the next item with the receipt; from the last one back to the list. */
function castAnswer({ taken, next }: CastResult & { problems?: undefined }, words: Words): SeeOther {
  const { receiptCode, version, isCurrent } = taken;
  const key = !isCurrent ? 'earlier' : next === null ? 'all' : 'cast';
  const text = words.t(`ballots.flash.${key}`, { code: shownCode(receiptCode), version });
  const path = next === null ? '/ballot' : itemPath(next);
  return seeOther(path, { tone: isCurrent ? 'ok' : 'warn', text });
}
