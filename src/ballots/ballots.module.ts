import { Module, OnModuleInit } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { FairCompetitionModule } from '../fair-competition/fair-competition.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerCurtain } from '../ledger/ledger-curtain';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { LeadsModule } from '../leads/leads.module';
import { LinksModule } from '../links/links.module';
import { MailModule } from '../mail/mail.module';
import { QuestionsModule } from '../questions/questions.module';
import { RoundConcerns } from '../rounds/round-concerns.service';
import { RoomVetoes } from '../rounds/room-vetoes.queries';
import { RoundsModule } from '../rounds/rounds.module';
import { PledgeModule } from '../pledge/pledge.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { BallotBox } from './ballot-box';
import { BallotFilesController } from './ballot-files.controller';
import { BallotJudge } from './ballot-judge';
import { BallotItemsQueries } from './ballot-items.queries';
import { BallotPages } from './ballot-pages';
import { BallotRoomsQueries } from './ballot-rooms.queries';
import { currentBallotsAreNewest, sealedBallots, turnoutFollowsBallots } from './ballot-seals';
import { BallotsController } from './ballots.controller';
import { BallotsQueries } from './ballots.queries';
import { BallotsService } from './ballots.service';
import { LinkDevices } from './link-devices';
import { DeclarationsController } from './declarations.controller';
import { DeclarationsService } from './declarations.service';
import { InterestDeclaration, sealOfDeclaration } from './interest-declaration.entity';
import { PanelAnswers } from './panel-answers.service';
import { PanelQuestionsController } from './panel-questions.controller';
import { PanelQuestionsService } from './panel-questions.service';
import { ReceiptsController } from './receipts.controller';
import { ReceiptsQueries } from './receipts.queries';
import { RecusalsController } from './recusals.controller';
import { RecusalsService } from './recusals.service';
import { RubricPreviewController } from './rubric-preview.controller';
import { RubricShelf } from './rubric-shelf';
import { SeatPapersQueries } from './seat-papers.queries';
import { SeatPapersService } from './seat-papers.service';
import { SecondStepsController } from './second-steps.controller';
import { SecondStepsService } from './second-steps.service';
import { votingLinkChecks } from './voting-link-checks';
import { VotingCodesController } from './voting-codes.controller';
import { VotingCodesService } from './voting-codes.service';
import { VotingDoors } from './voting-doors';
import { VetoActsController } from './veto-acts.controller';
import { VetoMails } from './veto-mails.service';
import { VetoPages } from './veto-pages';
import { sealedVetoes, vetoesKeepToTheirRound } from './veto-seals';
import { VetoSettlementsService } from './veto-settlements.service';
import { VetoesController } from './vetoes.controller';
import { VetoesQueries } from './vetoes.queries';
import { VetoesService } from './vetoes.service';
import { VotingLinksController } from './voting-links.controller';
import { VotingLinksService } from './voting-links.service';
import { VetoExportsController } from './veto-exports.controller';

/** Everything behind a mailed voting link: open, read, draft, cast, revise, recuse, and the receipts. */
@Module({
  imports: [
    PledgeModule,
    FilesModule,
    LedgerModule,
    LinksModule,
    MailModule,
    RubricsModule,
    LeadsModule,
    FairCompetitionModule,
    QuestionsModule,
    RoundsModule,
  ],
  controllers: [
    VetoExportsController,
    VotingCodesController,
    SecondStepsController,
    VotingLinksController,
    RecusalsController,
    PanelQuestionsController,
    DeclarationsController,
    VetoesController,
    VetoActsController,
    BallotFilesController,
    BallotsController,
    ReceiptsController,
    RubricPreviewController,
  ],
  providers: [
    BallotBox,
    BallotJudge,
    BallotItemsQueries,
    BallotPages,
    BallotRoomsQueries,
    BallotsQueries,
    BallotsService,
    LinkDevices,
    PanelAnswers,
    PanelQuestionsService,
    ReceiptsQueries,
    DeclarationsService,
    RecusalsService,
    RubricShelf,
    SeatPapersQueries,
    SeatPapersService,
    SecondStepsService,
    VotingCodesService,
    VotingDoors,
    VetoesQueries,
    VetoesService,
    VetoMails,
    VetoPages,
    VetoSettlementsService,
    VotingLinksService,
  ],
  exports: [
    BallotsQueries,
    BallotsService,
    RecusalsService,
    SeatPapersQueries,
    SeatPapersService,
    VetoesQueries,
    VetoesService,
    VetoSettlementsService,
    VotingLinksService,
  ],
})
export class BallotsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly roomVetoes: RoomVetoes,
    private readonly concerns: RoundConcerns,
    private readonly vetoes: VetoesQueries,
    private readonly curtain: LedgerCurtain,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedBallots);
    this.sealed.register(sealedTable('interestDeclaration', InterestDeclaration, sealOfDeclaration));
    this.sealed.register(sealedVetoes);
    this.concerns.registerVetoes((source, roundId) => this.vetoes.waiting(source, roundId));
    this.curtain.register('veto', (source) => this.vetoes.uncounted(source));
    this.roomVetoes.register((source, roundId) => this.vetoes.ofRoom(source, roundId));
    this.checks.register(vetoesKeepToTheirRound);
    this.checks.register(currentBallotsAreNewest);
    this.checks.register(turnoutFollowsBallots);
    for (const check of votingLinkChecks) this.checks.register(check);
  }
}
