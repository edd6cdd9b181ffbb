import { Controller, Param, Post } from '@nestjs/common';
import { Randomness } from '../clock/randomness';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import { LeadAccessQueries } from '../leads/lead-access.queries';
import type { Words } from '../words/words';
import { questionAgainView } from './question-again.views';
import { keyOf, textOf } from './question.form';
import { QuestionsService } from './questions.service';

type Body = Record<string, unknown>;

/** The thread of a lead: the secretariat asks, the scout answers. */
@Controller('leads/:id/questions')
export class LeadQuestionsController {
  constructor(
    private readonly questions: QuestionsService,
    private readonly access: LeadAccessQueries,
    private readonly randomness: Randomness,
  ) {}

  @Post()
  @Policy('question.ask')
  async ask(
    @Param('id') id: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const key = keyOf(body, () => this.randomness.bytes(16).toString('base64url'));
    const text = textOf(body, 'question');
    try {
      await this.questions.ask(viewer, id, { text, key });
    } catch (error) {
      return this.again(viewer, id, { name: 'question', text, key, action: '' }, error, words);
    }
    return seeOther(`/leads/${id}#questions`, { tone: 'ok', text: words.t('questions.flash.asked') });
  }

  @Post(':questionId/answer')
  @Policy('question.answer')
  async answer(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @FormBody() body: Body,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const text = textOf(body, 'answer');
    try {
      await this.questions.answer(viewer, id, questionId, text);
    } catch (error) {
      const sent = { name: 'answer' as const, text, key: '', action: `/${questionId}/answer` };
      return this.again(viewer, id, sent, error, words);
    }
    return seeOther(`/leads/${id}#questions`, { tone: 'ok', text: words.t('questions.flash.answered') });
  }

  @Post(':questionId/withdrawal')
  @Policy('question.ask')
  async withdraw(
    @Param('id') id: string,
    @Param('questionId') questionId: string,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<SeeOther> {
    await this.questions.withdraw(viewer, id, questionId);
    return seeOther(`/leads/${id}#questions`, { tone: 'ok', text: words.t('questions.flash.withdrawn') });
  }

  /** What was typed stands in a page of its own, with what is wrong with it. */
  private async again(
    viewer: Viewer,
    id: string,
    sent: { name: 'question' | 'answer'; text: string; key: string; action: string },
    error: unknown,
    words: Words,
  ): Promise<PageAnswer> {
    const refusal = refusalOfForm(error);
    const { lead } = await this.access.see(viewer, id);
    return page('questions/again', questionAgainView({ ...sent, lead, refusal }, words), { status: 422 });
  }
}
