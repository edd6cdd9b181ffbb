import { Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import { UnitOfWork } from '../database/unit-of-work';
import { Calendars } from './calendars';

/** When a server starts: fills in the years it lacks, and says which years are missing. The command line only looks. */
@Injectable()
export class CalendarStart implements OnApplicationBootstrap {
  private readonly log = new Logger('calendar');

  constructor(
    private readonly calendars: Calendars,
    private readonly work: UnitOfWork,
    private readonly host: HttpAdapterHost,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!isServer(this.host)) return;
    if (await this.calendars.lacksAnnouncedDays()) await this.work.run((tx) => this.calendars.seed(tx));
    for (const year of await this.calendars.missingYears()) {
      this.log.warn(
        `The holidays of ${year} are not in the calendar: its workdays are counted Monday to Friday`,
      );
    }
  }
}

/** An application context has no adapter, whatever the declared type says. */
function isServer(host: HttpAdapterHost): boolean {
  return (host.httpAdapter as unknown) !== undefined && (host.httpAdapter as unknown) !== null;
}
