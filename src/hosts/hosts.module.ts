import { Module } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { HostsController } from './hosts.controller';
import { HostsQueries } from './hosts.queries';
import { HostsService } from './hosts.service';

/** Parks, counties and towns: who would take a project. */
@Module({
  imports: [LedgerModule],
  controllers: [HostsController],
  providers: [HostsQueries, HostsService],
  exports: [HostsQueries, HostsService],
})
export class HostsModule {}
