import { Controller, Get, Param, Post } from '@nestjs/common';
import type { BallotViewer } from '../domain/access/viewer';
import { seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentBallot, CurrentWords, FormBody, Policy } from '../http/decorators';
import { plainText, refusalOfForm } from '../http/forms';
import type { Words } from '../words/words';
import { EMPTY_FORM, pageKey } from './ballot.form';
import { BallotPages } from './ballot-pages';
import { PanelQuestionsService } from './panel-questions.service';

/** A seat's questions on an item; the secretariat passes them on without a name. */
@Controller('ballot/items/:id/questions')
export class PanelQuestionsController {
  constructor(
    private readonly questions: PanelQuestionsService,
    private readonly pages: BallotPages,
  ) {}

  @Get()
  @Policy('ballot.vote')
  show(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    return this.pages.orTooLate(seat, words, () => this.pages.questions(seat, id, words));
  }

  @Post()
  @Policy('ballot.vote')
  ask(
    @CurrentBallot() seat: BallotViewer,
    @Param('id') id: string,
    @FormBody() body: Record<string, unknown>,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const text = plainText(body['question']);
    const act = async (): Promise<PageAnswer | SeeOther> => {
      try {
        await this.questions.ask(seat, id, { text, key: pageKey(body) ?? this.pages.newKey() });
      } catch (error) {
        return this.pages.questions(seat, id, words, { typed: text, refusal: refusalOfForm(error) });
      }
      const flash = { tone: 'ok' as const, text: words.t('questions.flash.seat') };
      return seeOther(`/ballot/items/${id}/questions`, flash);
    };
    return this.pages.orTooLate(seat, words, act, { typed: { ...EMPTY_FORM, note: text }, back: '/ballot' });
  }
}
