import { Module, OnModuleInit } from '@nestjs/common';
import { PAPER_LIMITS } from '../domain/lead/paper-limits';
import { FilesModule } from '../files/files.module';
import { LeadsModule } from '../leads/leads.module';
import { SettingsCatalogue } from '../settings/settings-catalogue.service';
import { SettingsModule } from '../settings/settings.module';
import { LeadArchiveController } from './lead-archive.controller';
import { LeadArchiveQueries } from './lead-archive.queries';
import { LeadPapersCheck } from './lead-papers-check.service';
import { LeadPapersQueries } from './lead-papers.queries';
import { PaperLimitsController } from './paper-limits.controller';
import { PAPER_LIMITS_PAGE } from './paper-limits.views';

/** The papers of leads taken together: as one download, and how many there may be. */
@Module({
  imports: [FilesModule, LeadsModule, SettingsModule],
  controllers: [LeadArchiveController, PaperLimitsController],
  providers: [LeadArchiveQueries, LeadPapersCheck, LeadPapersQueries],
})
export class PapersModule implements OnModuleInit {
  constructor(private readonly catalogue: SettingsCatalogue) {}

  onModuleInit(): void {
    this.catalogue.register(PAPER_LIMITS, { href: PAPER_LIMITS_PAGE, word: 'papers.limits' });
  }
}
