import { Injectable } from '@nestjs/common';
import { AccessLogRetention } from '../access-log/access-log-retention';
import { monthsBefore, retention } from '../domain/privacy/retention';
import type { Instant } from '../domain/shared/instant';
import { CitySettingsQueries } from '../settings/city-settings.queries';

/** What a run has erased. */
export interface RetentionCounts {
  readonly accessRecords: number;
}

/** Erases what has been kept for the time set. Right when it runs twice, and a second run finds nothing. */
@Injectable()
export class RetentionService {
  constructor(
    private readonly settings: CitySettingsQueries,
    private readonly accesses: AccessLogRetention,
  ) {}

  async run(now: Instant): Promise<RetentionCounts> {
    const { accessLogMonths } = await this.settings.value(retention);
    return { accessRecords: await this.accesses.eraseBefore(monthsBefore(now, accessLogMonths)) };
  }
}
