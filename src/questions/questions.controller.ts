import { Controller, Get, Post } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Randomness } from '../clock/randomness';
import type { Viewer } from '../domain/access/viewer';
import { page, seeOther, type PageAnswer, type SeeOther } from '../http/answers';
import { CurrentViewer, CurrentWords, FormBody, Policy } from '../http/decorators';
import { refusalOfForm } from '../http/forms';
import type { Words } from '../words/words';
import { keyOf, textOf, tickedIds } from './question.form';
import { QuestionsQueries } from './questions.queries';
import { questionsDeskView, type SentQuestions } from './questions-desk.views';
import { SeatQuestionsService } from './seat-questions.service';

/** The secretariat's desk of questions: what panels wish to know, without who wishes it, and what waits for scouts. */
@Controller('questions')
export class QuestionsController {
  constructor(
    private readonly clock: Clock,
    private readonly randomness: Randomness,
    private readonly queries: QuestionsQueries,
    private readonly seats: SeatQuestionsService,
  ) {}

  @Get()
  @Policy('question.ask')
  show(@CurrentWords() words: Words): Promise<PageAnswer> {
    return this.desk(null, words);
  }

  @Post()
  @Policy('question.ask')
  async settle(
    @FormBody() body: Record<string, unknown>,
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
  ): Promise<PageAnswer | SeeOther> {
    const ids = tickedIds(body, 'ids');
    const [question, reason] = [textOf(body, 'question'), textOf(body, 'reason')];
    const aside = body['intent'] === 'aside';
    try {
      if (aside) await this.seats.putAside(viewer, ids, reason);
      else await this.seats.passOn(viewer, ids, { text: question, key: keyOf(body, () => this.newKey()) });
    } catch (error) {
      const refusal = refusalOfForm(error);
      return this.desk({ ids, question, reason, field: aside ? 'reason' : 'question', refusal }, words);
    }
    const text = words.t(aside ? 'questions.flash.aside' : 'questions.flash.passed', { n: ids.length });
    return seeOther('/questions', { tone: 'ok', text });
  }

  private async desk(sent: SentQuestions | null, words: Words): Promise<PageAnswer> {
    const data = {
      waiting: await this.queries.waiting(),
      unanswered: await this.queries.unanswered(),
      now: this.clock.now(),
      newKey: () => this.newKey(),
    };
    return page('questions/index', questionsDeskView(data, sent, words), { status: sent ? 422 : 200 });
  }

  private newKey(): string {
    return this.randomness.bytes(16).toString('base64url');
  }
}
