import { Module, OnModuleInit } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { LinksModule } from '../links/links.module';
import { MailModule } from '../mail/mail.module';
import { PanelsModule } from '../panels/panels.module';
import { PeopleModule } from '../people/people.module';
import { RoundFollowers } from '../rounds/round-followers.service';
import { RoundsModule } from '../rounds/rounds.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { AnnouncementFollowers } from './announcement-followers.service';
import { AnnouncementMails } from './announcement-mails.service';
import { AnnouncementsController } from './announcements.controller';
import { AnnouncementsService } from './announcements.service';
import { ClosingMails } from './closing-mails.service';
import { ClosuresQueries } from './closures.queries';
import { EarlierOutcomesQueries } from './earlier-outcomes.queries';
import { EarlierOutcomes } from './earlier-outcomes.service';
import { InsightReplays } from './insight-replays.queries';
import { InsightController } from './insight.controller';
import { InsightQueries } from './insight.queries';
import { LetterDrafts } from './letter-drafts.queries';
import { MinutesController } from './minutes.controller';
import { MinutesQueries } from './minutes.queries';
import { OutcomeCheck } from './outcome-check.service';
import { ResultsController } from './results.controller';
import { ResultsQueries } from './results.queries';
import { sealedEarlierOutcomes, sealedLetters, sealedOutcomes } from './results.seals';
import { RoundClosuresController } from './round-closures.controller';
import { RoundClosuresService } from './round-closures.service';
import { RoundCounting } from './round-counting.job';
import { RulingsController } from './rulings.controller';
import { RulingsService } from './rulings.service';
import { TalliesQueries } from './tallies.queries';
import { TrialPages } from './trial-pages';
import { TrialsController } from './trials.controller';
import { TrialsQueries } from './trials.queries';

/** From the last vote to the letter: closing, results, rulings, announcement. */
@Module({
  imports: [
    LedgerModule,
    LinksModule,
    MailModule,
    PeopleModule,
    RubricsModule,
    LeadsModule,
    PanelsModule,
    RoundsModule,
    BallotsModule,
  ],
  controllers: [
    ResultsController,
    InsightController,
    RoundClosuresController,
    RulingsController,
    AnnouncementsController,
    MinutesController,
    TrialsController,
  ],
  providers: [
    TalliesQueries,
    ClosuresQueries,
    ResultsQueries,
    MinutesQueries,
    LetterDrafts,
    RoundClosuresService,
    RulingsService,
    AnnouncementsService,
    AnnouncementMails,
    ClosingMails,
    AnnouncementFollowers,
    OutcomeCheck,
    InsightQueries,
    InsightReplays,
    EarlierOutcomes,
    EarlierOutcomesQueries,
    RoundCounting,
    TrialPages,
    TrialsQueries,
  ],
  exports: [
    ResultsQueries,
    RoundClosuresService,
    RulingsService,
    AnnouncementsService,
    AnnouncementFollowers,
  ],
})
export class ResultsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly outcomes: OutcomeCheck,
    private readonly rounds: RoundFollowers,
    private readonly earlier: EarlierOutcomes,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedOutcomes);
    this.sealed.register(sealedLetters);
    this.sealed.register(sealedEarlierOutcomes);
    this.rounds.register(this.earlier);
    this.checks.register(this.outcomes);
  }
}
