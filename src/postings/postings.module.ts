import { Module, OnModuleInit } from '@nestjs/common';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { PeopleModule } from '../people/people.module';
import { nobodyIsPostedTwice } from './posting-checks';
import { Posting, postingSeal } from './posting.entity';
import { PostingsController } from './postings.controller';
import { PostingsQueries } from './postings.queries';
import { PostingsService } from './postings.service';

/** Who is out-stationed, from when until when. */
@Module({
  imports: [LedgerModule, PeopleModule],
  controllers: [PostingsController],
  providers: [PostingsQueries, PostingsService],
  exports: [PostingsQueries, PostingsService],
})
export class PostingsModule implements OnModuleInit {
  constructor(
    private readonly records: SealedRecords,
    private readonly checks: ConsistencyChecks,
  ) {}

  onModuleInit(): void {
    this.records.register(sealedTable('posting', Posting, postingSeal));
    this.checks.register(nobodyIsPostedTwice);
  }
}
