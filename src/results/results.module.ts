import { Module, OnModuleInit } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module';
import { FilesModule } from '../files/files.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { LinksModule } from '../links/links.module';
import { MailModule } from '../mail/mail.module';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { SettingsModule } from '../settings/settings.module';
import { DisputeLimitsController } from './dispute-limits.controller';
import { ChairsModule } from '../chairs/chairs.module';
import { PaperBallotsModule } from '../paper-ballots/paper-ballots.module';
import { PanelsModule } from '../panels/panels.module';
import { PeopleModule } from '../people/people.module';
import { EarlierResults } from '../rounds/earlier-results.service';
import { RoundFollowers } from '../rounds/round-followers.service';
import { RoundsModule } from '../rounds/rounds.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { AnnouncementFollowers } from './announcement-followers.service';
import { AnnouncementMails } from './announcement-mails.service';
import { AnnouncementsController } from './announcements.controller';
import { AnnouncementsService } from './announcements.service';
import { CageNumbers } from './cage-numbers.service';
import { ConditionPagesQueries } from './condition-pages.queries';
import { ConditionRecords } from './condition-records';
import { ConditionsController } from './conditions.controller';
import { ConditionsQueries } from './conditions.queries';
import { ConditionsService } from './conditions.service';
import { ConsultationConclusions } from './consultation-conclusions.service';
import { ConsultationsController } from './consultations.controller';
import { ConsultationsQueries } from './consultations.queries';
import { ConsultationsService } from './consultations.service';
import { DecisionLetters } from './decision-letters.service';
import { Decisions } from './decisions.service';
import { DeferralsController } from './deferrals.controller';
import { DeferralsService } from './deferrals.service';
import { FollowUpCheck } from './follow-up-checks.service';
import { FollowUpJobs } from './follow-ups.job';
import { FollowUpsController } from './follow-ups.controller';
import { FollowUpsQueries } from './follow-ups.queries';
import { FollowUps } from './follow-ups.service';
import { HistoriesQueries } from './histories.queries';
import { LeadJudgeService } from './lead-judge.service';
import { MissedConditions } from './missed-conditions.service';
import { OverridesController } from './overrides.controller';
import { OverridesService } from './overrides.service';
import { HeadMails } from './head-mails.service';
import { ClosingMails } from './closing-mails.service';
import { ClosuresQueries } from './closures.queries';
import { EarlierOutcomesQueries } from './earlier-outcomes.queries';
import { EarlierOutcomes } from './earlier-outcomes.service';
import { InsightReplays } from './insight-replays.queries';
import { InsightController } from './insight.controller';
import { HostConditionsController } from './host-conditions.controller';
import { HostConditionsQueries } from './host-conditions.queries';
import { HostConditionsService } from './host-conditions.service';
import { InsightQueries } from './insight.queries';
import { LetterDrafts } from './letter-drafts.queries';
import { MinutesController } from './minutes.controller';
import { MinutesQueries } from './minutes.queries';
import { OutcomeCheck } from './outcome-check.service';
import { ResultsController } from './results.controller';
import { ResultsQueries } from './results.queries';
import { sealedEarlierOutcomes, sealedFollowUps, sealedLetters, sealedOutcomes } from './results.seals';
import { RoundClosuresController } from './round-closures.controller';
import { RoundClosuresService } from './round-closures.service';
import { RoundCounting } from './round-counting.job';
import { RulingsController } from './rulings.controller';
import { RulingsService } from './rulings.service';
import { carriedMarksAreThoseCounted, newestResults } from './second-look-marks';
import { TalliesQueries } from './tallies.queries';
import { TrialPages } from './trial-pages';
import { TrialsController } from './trials.controller';
import { TrialsQueries } from './trials.queries';
import { FollowUpExportsController } from './follow-up-exports.controller';

/** What follows a closing: overrides, consultations, requests for material, deferrals, conditions. */
const following = [
  HistoriesQueries,
  ConditionsQueries,
  ConditionPagesQueries,
  ConsultationsQueries,
  FollowUpsQueries,
  CageNumbers,
  ConditionRecords,
  ConditionsService,
  HostConditionsQueries,
  HostConditionsService,
  FollowUps,
  DecisionLetters,
  Decisions,
  OverridesService,
  ConsultationsService,
  ConsultationConclusions,
  DeferralsService,
  MissedConditions,
  LeadJudgeService,
  FollowUpJobs,
  FollowUpCheck,
];

/** From the last vote to the letter: closing, results, rulings, announcement. */
@Module({
  imports: [
    LedgerModule,
    LinksModule,
    MailModule,
    FilesModule,
    PeopleModule,
    RubricsModule,
    LeadsModule,
    PanelsModule,
    ChairsModule,
    SettingsModule,
    RoundsModule,
    BallotsModule,
    PaperBallotsModule,
  ],
  controllers: [
    FollowUpExportsController,
    ResultsController,
    InsightController,
    RoundClosuresController,
    RulingsController,
    DisputeLimitsController,
    AnnouncementsController,
    MinutesController,
    TrialsController,
    OverridesController,
    ConditionsController,
    HostConditionsController,
    ConsultationsController,
    DeferralsController,
    FollowUpsController,
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
    HeadMails,
    AnnouncementFollowers,
    OutcomeCheck,
    InsightQueries,
    InsightReplays,
    EarlierOutcomes,
    EarlierOutcomesQueries,
    RoundCounting,
    TrialPages,
    TrialsQueries,
    ...following,
  ],
  exports: [
    ResultsQueries,
    RoundClosuresService,
    RulingsService,
    AnnouncementsService,
    AnnouncementFollowers,
    ConditionsQueries,
    ConditionsService,
    HostConditionsQueries,
    HostConditionsService,
    ConsultationsService,
    ConsultationConclusions,
    DeferralsService,
    FollowUpsQueries,
    OverridesService,
  ],
})
export class ResultsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly outcomes: OutcomeCheck,
    private readonly rounds: RoundFollowers,
    private readonly earlierResults: EarlierResults,
    private readonly earlier: EarlierOutcomes,
    private readonly followUps: FollowUpCheck,
    private readonly settings: CitySettingsQueries,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedOutcomes);
    this.sealed.register(sealedLetters);
    this.sealed.register(sealedEarlierOutcomes);
    this.rounds.register(this.earlier);
    for (const record of sealedFollowUps) this.sealed.register(record);
    this.checks.register(this.outcomes);
    this.checks.register(carriedMarksAreThoseCounted);
    this.earlierResults.register((source, leadIds) => newestResults(this.settings, source, leadIds));
    this.checks.register(this.followUps);
  }
}
