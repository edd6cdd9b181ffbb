import { Module, OnModuleInit } from '@nestjs/common';
import { ElementsModule } from '../elements/elements.module';
import { DrawMovers } from '../elements/draw-movers.service';
import { LeadExits } from '../elements/lead-exits.service';
import { LeadsModule } from '../leads/leads.module';
import { ConsistencyChecks } from '../ledger/consistency-checks';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords } from '../ledger/sealed-records';
import { MailModule } from '../mail/mail.module';
import { PeopleModule } from '../people/people.module';
import { AnnouncementFollowers } from '../results/announcement-followers.service';
import { ResultsModule } from '../results/results.module';
import { CageCheck } from './cage-checks.service';
import { CageEntryService } from './cage-entry.service';
import { CageController } from './cage.controller';
import { CageQueries } from './cage.queries';
import { sealedFiveOnes, sealedProjects, sealedStages } from './cage.seals';
import { FiveOnesController } from './five-ones.controller';
import { FiveOnesRecords } from './five-ones-records';
import { FiveOnesService } from './five-ones.service';
import { leadsOfProjects, leadsThatLeft } from './leads-of-projects';
import { ProjectRecords } from './project-records';
import { SlotFormQueries } from './slot-form.queries';

/** Admitted projects: their list, their page, their five ones. */
@Module({
  imports: [ElementsModule, LedgerModule, MailModule, PeopleModule, LeadsModule, ResultsModule],
  controllers: [CageController, FiveOnesController],
  providers: [
    CageQueries,
    SlotFormQueries,
    ProjectRecords,
    FiveOnesRecords,
    CageEntryService,
    FiveOnesService,
    CageCheck,
  ],
  exports: [CageQueries, FiveOnesService],
})
export class CageModule implements OnModuleInit {
  constructor(
    private readonly followers: AnnouncementFollowers,
    private readonly entry: CageEntryService,
    private readonly sealed: SealedRecords,
    private readonly checks: ConsistencyChecks,
    private readonly check: CageCheck,
    private readonly exits: LeadExits,
    private readonly movers: DrawMovers,
  ) {}

  onModuleInit(): void {
    this.followers.register(this.entry);
    for (const record of [sealedProjects, sealedFiveOnes, sealedStages]) this.sealed.register(record);
    this.checks.register(this.check);
    this.exits.register(leadsThatLeft);
    this.movers.register('project', leadsOfProjects);
  }
}
