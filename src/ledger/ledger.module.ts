import { Module } from '@nestjs/common';
import { Config } from '../config/config';
import { ConsistencyChecks } from './consistency-checks';
import { HeadKey } from './head-key';
import { Ledger } from './ledger';
import { LedgerCurtain } from './ledger-curtain';
import { LedgerController } from './ledger.controller';
import { LedgerQueries } from './ledger.queries';
import { SealedRecords } from './sealed-records';
import { Verifier } from './verifier';
import { LedgerExportsController } from './ledger-exports.controller';

/** The append-only record of binding acts, and its verifier. */
@Module({
  controllers: [LedgerExportsController, LedgerController],
  providers: [
    {
      provide: HeadKey,
      inject: [Config],
      useFactory: ({ HEAD_KEY_FILE }: Config) => (HEAD_KEY_FILE ? HeadKey.read(HEAD_KEY_FILE) : HeadKey.none),
    },
    Ledger,
    LedgerCurtain,
    LedgerQueries,
    SealedRecords,
    ConsistencyChecks,
    Verifier,
  ],
  exports: [Ledger, LedgerCurtain, LedgerQueries, SealedRecords, ConsistencyChecks, Verifier],
})
export class LedgerModule {}
