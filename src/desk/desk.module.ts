import { Module } from '@nestjs/common';
import { AnswersModule } from '../answers/answers.module';
import { CalendarModule } from '../calendar/calendar.module';
import { FairCompetitionModule } from '../fair-competition/fair-competition.module';
import { FilesModule } from '../files/files.module';
import { LateModule } from '../late/late.module';
import { LeadsModule } from '../leads/leads.module';
import { LedgerModule } from '../ledger/ledger.module';
import { PostingsModule } from '../postings/postings.module';
import { PromisesModule } from '../promises/promises.module';
import { ResultsModule } from '../results/results.module';
import { RubricsModule } from '../rubrics/rubrics.module';
import { SettingsModule } from '../settings/settings.module';
import { DeskController } from './desk.controller';
import { DeskQueries } from './desk.queries';
import { OfficeDeskQueries } from './office-desk.queries';
import { SettingsController } from './settings.controller';

/** Each role's home, and the page of settings that shows what the installation is set to. */
@Module({
  imports: [
    CalendarModule,
    AnswersModule,
    FilesModule,
    LeadsModule,
    FairCompetitionModule,
    LateModule,
    LedgerModule,
    PostingsModule,
    PromisesModule,
    ResultsModule,
    RubricsModule,
    SettingsModule,
  ],
  controllers: [DeskController, SettingsController],
  providers: [DeskQueries, OfficeDeskQueries],
})
export class DeskModule {}
