import { Module, OnModuleInit } from '@nestjs/common';
import { Jobs } from '../jobs/jobs';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { LeadsModule } from '../leads/leads.module';
import { SettingsModule } from '../settings/settings.module';
import { AnswerRemindersService } from './answer-reminders.service';
import { AnswerRulesController } from './answer-rules.controller';
import { AnswersController } from './answers.controller';
import { AnswersJob } from './answers.job';
import { AnswersQueries } from './answers.queries';

/** What waits for hosts and departments before a round: the list, the terms, the reminders, the rules. */
@Module({
  imports: [LeadsModule, MailModule, PeopleModule, SettingsModule],
  controllers: [AnswersController, AnswerRulesController],
  providers: [AnswersQueries, AnswerRemindersService, AnswersJob],
  exports: [AnswersQueries, AnswerRemindersService],
})
export class AnswersModule implements OnModuleInit {
  constructor(
    private readonly jobs: Jobs,
    private readonly job: AnswersJob,
  ) {}

  onModuleInit(): void {
    this.jobs.register(this.job);
  }
}
