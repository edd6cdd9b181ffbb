import { Module } from '@nestjs/common';
import { ConsistencyChecks } from './consistency-checks';
import { Ledger } from './ledger';
import { LedgerCurtain } from './ledger-curtain';
import { LedgerController } from './ledger.controller';
import { LedgerQueries } from './ledger.queries';
import { SealedRecords } from './sealed-records';
import { Verifier } from './verifier';

/** The append-only record of binding acts, and its verifier. */
@Module({
  controllers: [LedgerController],
  providers: [Ledger, LedgerCurtain, LedgerQueries, SealedRecords, ConsistencyChecks, Verifier],
  exports: [Ledger, LedgerCurtain, LedgerQueries, SealedRecords, ConsistencyChecks, Verifier],
})
export class LedgerModule {}
