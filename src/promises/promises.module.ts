import { Module, OnModuleInit } from '@nestjs/common';
import { LedgerModule } from '../ledger/ledger.module';
import { SealedRecords, sealedTable } from '../ledger/sealed-records';
import { PeopleModule } from '../people/people.module';
import { SettingsModule } from '../settings/settings.module';
import { CalendarController } from './calendar.controller';
import { CalendarYears } from './calendar-years.service';
import { LimitsController } from './limits.controller';
import { PromisePause } from './pause.entity';
import { PromiseSources } from './promise-sources.service';
import { PromiseTimes } from './promise-times.service';

/** What promises are reckoned by: the limits of the city, its calendar, the pauses; and who promises what. */
@Module({
  imports: [LedgerModule, PeopleModule, SettingsModule],
  controllers: [LimitsController, CalendarController],
  providers: [PromiseSources, PromiseTimes, CalendarYears],
  exports: [PromiseSources, PromiseTimes, CalendarYears],
})
export class PromisesModule implements OnModuleInit {
  constructor(private readonly sealed: SealedRecords) {}

  onModuleInit(): void {
    this.sealed.register(sealedTable('promisePause', PromisePause, (row) => ({ ...row })));
  }
}
