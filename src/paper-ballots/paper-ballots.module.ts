import { Module, OnModuleInit } from '@nestjs/common';
import { BallotsModule } from '../ballots/ballots.module';
import { FilesModule } from '../files/files.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { RoomPapers } from '../rounds/room-papers.queries';
import { RoundsModule } from '../rounds/rounds.module';
import { KeptScan } from './kept-scan';
import {
  paperBallotsAreCastOnce,
  paperBallotsHaveTheirScan,
  paperBallotsSayWhatWasEntered,
} from './paper-ballot-checks';
import { PaperBallot, sealOfPaper } from './paper-ballot.entity';
import { PaperBallotPages } from './paper-ballot-pages';
import { PaperBallotsController } from './paper-ballots.controller';
import { PaperBallotsQueries } from './paper-ballots.queries';
import { PaperBallotsService } from './paper-ballots.service';
import { PaperEntriesController } from './paper-entries.controller';
import { PaperEntryPages } from './paper-entry-pages';
import { PaperPlaces } from './paper-places';

/** Ballots of seats that cannot open a mailed link: printed, entered by one person, confirmed by another. */
@Module({
  imports: [LedgerModule, FilesModule, RoundsModule, BallotsModule],
  controllers: [PaperEntriesController, PaperBallotsController],
  providers: [
    KeptScan,
    PaperBallotPages,
    PaperBallotsQueries,
    PaperBallotsService,
    PaperEntryPages,
    PaperPlaces,
  ],
  exports: [PaperBallotsQueries, PaperBallotsService],
})
export class PaperBallotsModule implements OnModuleInit {
  constructor(
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly room: RoomPapers,
    private readonly papers: PaperBallotsQueries,
  ) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('paperBallot', PaperBallot, sealOfPaper));
    this.checks.register(paperBallotsAreCastOnce);
    this.checks.register(paperBallotsSayWhatWasEntered);
    this.checks.register(paperBallotsHaveTheirScan);
    this.room.register((source, roundId) => this.papers.waiting(source, roundId));
  }
}
