import { Module } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { LeadsModule } from '../leads/leads.module';
import { LedgerModule } from '../ledger/ledger.module';
import { DrawMovers } from './draw-movers.service';
import { DrawingLeadsQueries } from './drawing-leads.queries';
import { ElementsController } from './elements.controller';
import { ElementsQueries } from './elements.queries';
import { LeadDraws } from './lead-draws.service';
import { LeadExits } from './lead-exits.service';

/** 要素账本: what each host has of land, plants and elements against what leads draw on it. */
@Module({
  imports: [LedgerModule, HostsModule, LeadsModule],
  controllers: [ElementsController],
  providers: [ElementsQueries, DrawingLeadsQueries, LeadDraws, LeadExits, DrawMovers],
  exports: [ElementsQueries, LeadExits, DrawMovers],
})
export class ElementsModule {}
