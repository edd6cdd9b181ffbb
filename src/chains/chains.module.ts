import { Module, OnModuleInit } from '@nestjs/common';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { ChainBooks } from '../people/chain-books.service';
import { ChainAct, sealOfChainAct } from './chain.entity';
import { ChainLeadsService } from './chain-leads.service';
import { ChainPages } from './chain-pages';
import { ChainRecords, chainsStandAsActed } from './chain-records';
import { ChainSegmentsController } from './chain-segments.controller';
import { ChainsController } from './chains.controller';
import { ChainsQueries } from './chains.queries';
import { ChainsService } from './chains.service';
import { FirmImportsController } from './firm-imports.controller';
import { TargetFirmNotes } from './target-firm-notes.service';
import { TargetFirmsController } from './target-firms.controller';
import { TargetFirmsQueries } from './target-firms.queries';
import { TargetFirmsService } from './target-firms.service';
import { TargetMarksQueries } from './target-marks.queries';
import { WantedMarksService, wantedMarksFollowChains } from './wanted-marks.service';
import { ChainExportsController } from './chain-exports.controller';

const shared = [
  ChainsQueries,
  ChainsService,
  ChainLeadsService,
  TargetFirmNotes,
  TargetFirmsQueries,
  TargetFirmsService,
  TargetMarksQueries,
  WantedMarksService,
];

/** The city's key chains: segments, gaps, keepers and the firms it would like to have (招商图谱). */
@Module({
  imports: [LedgerModule, MailModule],
  controllers: [
    ChainExportsController,
    ChainsController,
    ChainSegmentsController,
    TargetFirmsController,
    FirmImportsController,
  ],
  providers: [...shared, ChainPages, ChainRecords],
  exports: shared,
})
export class ChainsModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly books: ChainBooks,
    private readonly chains: ChainsQueries,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedTable('chainAct', ChainAct, sealOfChainAct));
    this.checks.register(chainsStandAsActed);
    this.checks.register(wantedMarksFollowChains);
    this.books.register(() => this.chains.named());
  }
}
