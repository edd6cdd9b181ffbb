import { Controller, Get, Param, Post, Req } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { type PageAnswer, seeOther, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import { typedText } from '../http/forms';
import type { AppRequest } from '../http/request';
import type { Words } from '../words/words';
import { isBlank, typedForm } from './ballot.form';
import { BallotPages } from './ballot-pages';
import { BallotsService } from './ballots.service';
import { DeclarationsService } from './declarations.service';
import { deviceOf } from '../http/device';

/** What is asked on opening an item: whether there is an interest in it. */
@Controller('ballot/items/:id/declaration')
export class DeclarationsController {
  constructor(
    private readonly declarations: DeclarationsService,
    private readonly ballots: BallotsService,
    private readonly pages: BallotPages,
  ) {}

  /** The item asks the question itself; whoever comes here, by an answer sent again, finds it there. */
  @Get()
  @Policy('ballot.vote')
  ask(@Param('id') id: string): SeeOther {
    return seeOther(`/ballot/items/${encodeURIComponent(id)}`);
  }

  /**
   * `interest=none` goes on to the item, `interest=some` to the recusal. What was typed on the ballot below the
   * question comes along and is kept as a draft.
   */
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
    const typed = typedForm(body);
    const act = async (): Promise<PageAnswer | SeeOther> => {
      const interest = typedText(body, 'interest');
      const again = (problems: readonly FieldProblem[], isUnanswered: boolean): Promise<PageAnswer> =>
        this.pages.item(seat, id, words, { typed, problems, isUnanswered });
      if (interest !== 'none' && interest !== 'some') return again([], true);
      const problems = isBlank(typed) ? [] : await this.ballots.saveDraft(seat, id, typed);
      if (problems.length > 0) return again(problems, false);
      if (interest === 'some') return seeOther(`${path}/recusal`);
      const device = deviceOf(request);
      await this.declarations.declareNone(seat, id, device);
      return seeOther(path);
    };
    return this.pages.orTooLate(seat, words, act, { typed: isBlank(typed) ? null : typed, back: '/ballot' });
  }
}
