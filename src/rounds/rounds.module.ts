import { Module, OnModuleInit } from '@nestjs/common';
import { FairCompetitionModule } from '../fair-competition/fair-competition.module';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { LinksModule } from '../links/links.module';
import { MailModule } from '../mail/mail.module';
import { ChairsModule } from '../chairs/chairs.module';
import { PanelsModule } from '../panels/panels.module';
import { PeopleModule } from '../people/people.module';
import { ElementsModule } from '../elements/elements.module';
import { SettingsModule } from '../settings/settings.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { sealedAssignments, turnoutFollowsAssignment } from './assignment-seals';
import { AssignmentPages } from './assignment-pages';
import { AssignmentsController } from './assignments.controller';
import { AssignmentsQueries } from './assignments.queries';
import { AssignmentsService } from './assignments.service';
import { PanelDrawPages } from './panel-draw-pages';
import { drawsCanBeRepeated, sealedDraws } from './panel-draw-seals';
import { PanelDrawsController } from './panel-draws.controller';
import { PanelDrawsQueries } from './panel-draws.queries';
import { PanelDrawsService } from './panel-draws.service';
import { DeadlineEntries } from './deadline-entries';
import { confirmedAreRecused, sealedInterests } from './interest-seals';
import { InterestPages } from './interest-pages';
import { InterestGradesController } from './interest-grades.controller';
import { InterestsController } from './interests.controller';
import { InterestsQueries } from './interests.queries';
import { InterestsService } from './interests.service';
import { OpenRounds } from './open-rounds';
import { PastResponsesQueries } from './past-responses.queries';
import { ReminderMails } from './reminder-mails';
import { ReminderPages } from './reminder-pages';
import { RemindersController } from './reminders.controller';
import { RemindersJob } from './reminders.job';
import { RemindersQueries } from './reminders.queries';
import { RemindersService } from './reminders.service';
import { PaperActs } from './paper-acts.service';
import { RoomPapers } from './room-papers.queries';
import { RoomVetoes } from './room-vetoes.queries';
import { RoundActsController } from './round-acts.controller';
import { roundChecks } from './round-checks';
import { RoundConcerns } from './round-concerns.service';
import { RoundDeadlines } from './round-deadlines.job';
import { RoundEndings } from './round-endings';
import { RoundFollowers } from './round-followers.service';
import { RoundInvitations } from './round-invitations';
import { RoundNotices } from './round-notices';
import { EarlierResults } from './earlier-results.service';
import { SecondLooks } from './second-looks.service';
import { RoundOpening } from './round-opening';
import { RoundPages } from './round-pages';
import { RoundPlanningQueries } from './round-planning.queries';
import { RoundPlans } from './round-plans';
import { RoundRecords } from './round-records';
import { RoundReturns } from './round-returns';
import { RoundRoomQueries } from './round-room.queries';
import { sealedItems, sealedRequests, sealedRounds, sealedSeats } from './round-seals';
import { RoundsController } from './rounds.controller';
import { RoundsQueries } from './rounds.queries';
import { RoundsService } from './rounds.service';
import { HandoverRecusals } from './handover-recusals';
import { handoverChecks, sealedHandovers } from './handover-seals';
import { SeatHandoverPages } from './seat-handover-pages';
import { SeatHandoversController } from './seat-handovers.controller';
import { SeatHandoversService } from './seat-handovers.service';
import { SeatLinksController } from './seat-links.controller';
import { SeatLinksService } from './seat-links.service';
import { SeatTracesQueries } from './seat-traces.queries';
import { SeatVotersQueries } from './seat-voters.queries';
import { SeatWays } from './seat-ways';
import { TwoPersonController } from './two-person.controller';
import { TwoPersonActs } from './two-person-acts.service';
import { TwoPersonPages } from './two-person-pages';
import { TwoPersonRequests } from './two-person-requests';
import { RoundExportsController } from './round-exports.controller';

const sealedRecords = [
  sealedRounds,
  sealedItems,
  sealedSeats,
  sealedRequests,
  sealedAssignments,
  sealedHandovers,
  sealedDraws,
  sealedInterests,
];

const invariants = [
  ...roundChecks,
  ...handoverChecks,
  drawsCanBeRepeated,
  turnoutFollowsAssignment,
  confirmedAreRecused,
];

/** Rounds: planned, opened to a panel, extended, closed, announced or called off. */
@Module({
  imports: [
    ElementsModule,
    SettingsModule,
    LedgerModule,
    LinksModule,
    MailModule,
    PeopleModule,
    RubricsModule,
    LeadsModule,
    FairCompetitionModule,
    PanelsModule,
    ChairsModule,
  ],
  controllers: [
    RoundExportsController,
    RoundsController,
    AssignmentsController,
    InterestsController,
    InterestGradesController,
    RoundActsController,
    RemindersController,
    TwoPersonController,
    SeatLinksController,
    SeatHandoversController,
    PanelDrawsController,
  ],
  providers: [
    RoundsService,
    RoundsQueries,
    RoundRoomQueries,
    RoundPlanningQueries,
    RoundPages,
    RoundPlans,
    RoundOpening,
    EarlierResults,
    SecondLooks,
    AssignmentsQueries,
    AssignmentsService,
    AssignmentPages,
    InterestsQueries,
    InterestsService,
    InterestPages,
    RoundInvitations,
    RoundRecords,
    RoundDeadlines,
    RemindersService,
    RemindersQueries,
    RemindersJob,
    ReminderMails,
    ReminderPages,
    SeatWays,
    PastResponsesQueries,
    DeadlineEntries,
    RoundEndings,
    RoundReturns,
    RoundFollowers,
    RoundConcerns,
    RoundNotices,
    TwoPersonActs,
    TwoPersonPages,
    TwoPersonRequests,
    OpenRounds,
    SeatLinksService,
    SeatTracesQueries,
    RoomVetoes,
    RoomPapers,
    PaperActs,
    SeatVotersQueries,
    SeatHandoversService,
    SeatHandoverPages,
    HandoverRecusals,
    PanelDrawsQueries,
    PanelDrawsService,
    PanelDrawPages,
  ],
  exports: [
    InterestsService,
    RoundsService,
    RemindersService,
    RoundsQueries,
    RoundFollowers,
    RoundConcerns,
    RoomVetoes,
    RoomPapers,
    PaperActs,
    SeatVotersQueries,
    EarlierResults,
  ],
})
export class RoundsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    for (const record of sealedRecords) this.sealed.register(record);
    for (const check of invariants) this.checks.register(check);
  }
}
