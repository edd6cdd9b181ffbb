import { Injectable } from '@nestjs/common';
import type { Job } from '../jobs/jobs';
import { AnswerRemindersService } from './answer-reminders.service';

/** Every quarter of an hour: whoever has an answer due soon or overdue, and was not told yet, gets a mail. */
@Injectable()
export class AnswersJob implements Job {
  readonly name = 'answer-reminders';
  readonly everySeconds = 900;

  constructor(private readonly reminders: AnswerRemindersService) {}

  run(): Promise<number> {
    return this.reminders.remind();
  }
}
