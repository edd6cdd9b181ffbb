import { Module } from '@nestjs/common';
import { FilesModule } from '../files/files.module';
import { LeadsModule } from '../leads/leads.module';
import { SettingsModule } from '../settings/settings.module';
import { LeadArchiveController } from './lead-archive.controller';
import { LeadArchiveQueries } from './lead-archive.queries';
import { LeadPapersCheck } from './lead-papers-check.service';
import { LeadPapersQueries } from './lead-papers.queries';
import { PaperLimitsController } from './paper-limits.controller';

/** The papers of leads taken together: as one download, and how many there may be. */
@Module({
  imports: [FilesModule, LeadsModule, SettingsModule],
  controllers: [LeadArchiveController, PaperLimitsController],
  providers: [LeadArchiveQueries, LeadPapersCheck, LeadPapersQueries],
})
export class PapersModule {}
