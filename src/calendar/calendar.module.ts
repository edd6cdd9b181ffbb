import { Global, Module } from '@nestjs/common';
import { CalendarStart } from './calendar-start';
import { Calendars } from './calendars';

/** Which days are worked. Infrastructure, beside the database. */
@Global()
@Module({ providers: [Calendars, CalendarStart], exports: [Calendars] })
export class CalendarModule {}
