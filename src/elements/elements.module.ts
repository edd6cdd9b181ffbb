import { Module } from '@nestjs/common';
import { HostsModule } from '../hosts/hosts.module';
import { LeadsModule } from '../leads/leads.module';
import { ElementsController } from './elements.controller';
import { ElementsQueries } from './elements.queries';
import { LeadDraws } from './lead-draws.service';
import { LeadExits } from './lead-exits.service';

/** 要素账本: what each host has of land, plants and elements against what leads draw on it. */
@Module({
  imports: [HostsModule, LeadsModule],
  controllers: [ElementsController],
  providers: [ElementsQueries, LeadDraws, LeadExits],
  exports: [ElementsQueries, LeadExits],
})
export class ElementsModule {}
