import { Module, type OnModuleInit } from '@nestjs/common';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { LeadQuestionsController } from './lead-questions.controller';
import { LeadQuestion, questionSeal, SeatQuestion, seatQuestionSeal } from './question.entity';
import { questionsKeepToTheirLead } from './question-checks';
import { QuestionFollowers } from './question-followers.service';
import { QuestionThread } from './question-thread.service';
import { QuestionsController } from './questions.controller';
import { QuestionsQueries } from './questions.queries';
import { QuestionsService } from './questions.service';
import { SeatQuestionsService } from './seat-questions.service';

/** Questions to scouts: of the secretariat, and through it of a panel that nobody is named of. */
@Module({
  imports: [LeadsModule, LedgerModule, MailModule, PeopleModule],
  controllers: [QuestionsController, LeadQuestionsController],
  providers: [QuestionFollowers, QuestionThread, QuestionsQueries, QuestionsService, SeatQuestionsService],
  exports: [QuestionFollowers, QuestionsQueries, QuestionsService, SeatQuestionsService],
})
export class QuestionsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('leadQuestion', LeadQuestion, questionSeal));
    this.sealed.register(sealedTable('seatQuestion', SeatQuestion, seatQuestionSeal));
    this.checks.register(questionsKeepToTheirLead);
  }
}
