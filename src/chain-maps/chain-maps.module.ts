import { Module } from '@nestjs/common';
import { CageModule } from '../cage/cage.module';
import { ChainsModule } from '../chains/chains.module';
import { LeadsModule } from '../leads/leads.module';
import { ChainMapsController } from './chain-maps.controller';
import { ChainMapsQueries } from './chain-maps.queries';
import { LeadTargetsCheck } from './lead-targets-check.service';
import { LeadTargets } from './lead-targets.service';

/** Where chains, leads and projects are seen together. */
@Module({
  imports: [ChainsModule, LeadsModule, CageModule],
  controllers: [ChainMapsController],
  providers: [ChainMapsQueries, LeadTargets, LeadTargetsCheck],
})
export class ChainMapsModule {}
