import { Module } from '@nestjs/common';
import { LeadsModule } from '../leads/leads.module';
import { LeadClonesController } from './lead-clones.controller';
import { LeadClonesService } from './lead-clones.service';

/** Earlier leads as the beginning of new ones. */
@Module({ imports: [LeadsModule], controllers: [LeadClonesController], providers: [LeadClonesService] })
export class ClonesModule {}
