import { Module } from '@nestjs/common';
import { ConsistencyChecks } from './consistency-checks';
import { Ledger } from './ledger';
import { LedgerController } from './ledger.controller';
import { LedgerQueries } from './ledger.queries';
import { SealedRecords } from './sealed-records';
import { Verifier } from './verifier';

/** The append-only record of binding acts, and its verifier. */
@Module({
  controllers: [LedgerController],
  providers: [Ledger, LedgerQueries, SealedRecords, ConsistencyChecks, Verifier],
  exports: [Ledger, LedgerQueries, SealedRecords, ConsistencyChecks, Verifier],
})
export class LedgerModule {}
