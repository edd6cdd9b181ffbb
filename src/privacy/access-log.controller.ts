import { Controller, Get, Query } from '@nestjs/common';
import { ACCESS_KINDS } from '../access-log/access-kinds';
import { AccessLogQueries, type AccessFilter } from '../access-log/access-log.queries';
import { Clock } from '../clock/clock';
import type { Viewer } from '../domain/access/viewer';
import { retention } from '../domain/privacy/retention';
import { msOf, toInstant } from '../domain/shared/instant';
import { sheetAnswer } from '../http/download';
import { page, type FileAnswer, type PageAnswer } from '../http/answers';
import { CurrentViewer, CurrentWords, Policy } from '../http/decorators';
import { place } from '../mail/place';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import type { Words } from '../words/words';
import {
  ACCESS_PERIODS,
  accessLogPage,
  accessLogSheet,
  MOST_EXPORTED,
  type AccessQuery,
} from './access-log.views';

const dayMs = 24 * 60 * 60 * 1000;

/** The access log, for the inspector and the administrator; taking it away is itself recorded. */
@Controller()
export class AccessLogController {
  constructor(
    private readonly accesses: AccessLogQueries,
    private readonly settings: CitySettingsQueries,
    private readonly clock: Clock,
  ) {}

  @Get('access-log')
  @Policy('accessLog.read')
  async index(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() asked: Record<string, unknown>,
  ): Promise<PageAnswer> {
    const wanted = wantedOf(asked);
    const at = place(asked['page'], asked['size']);
    const found = await this.accesses.page(viewer, this.filterOf(wanted), at.page, at.size);
    const { accessLogMonths: months } = await this.settings.value(retention);
    return page('privacy/access-log', accessLogPage({ ...found, ...at, wanted, months }, words));
  }

  @Get('access-log.xlsx')
  @Policy('accessLog.read')
  async sheet(
    @CurrentViewer() viewer: Viewer,
    @CurrentWords() words: Words,
    @Query() asked: Record<string, unknown>,
  ): Promise<FileAnswer> {
    const records = await this.accesses.newest(viewer, this.filterOf(wantedOf(asked)), MOST_EXPORTED);
    return sheetAnswer(accessLogSheet(records, words), words.t('accessLog.file'));
  }

  private filterOf({ kind, person, period }: AccessQuery): AccessFilter {
    const days = period === '' ? null : ACCESS_PERIODS[period];
    const since = days === null ? null : toInstant(msOf(this.clock.now()) - days * dayMs);
    return { kind: kind === '' ? null : kind, person, since };
  }
}

/** Anything odd in the address means no filter. */
function wantedOf({ kind, q, period }: Record<string, unknown>): AccessQuery {
  const periods = Object.keys(ACCESS_PERIODS) as (keyof typeof ACCESS_PERIODS)[];
  return {
    kind: ACCESS_KINDS.find((known) => known === kind) ?? '',
    person:
      typeof q === 'string'
        ? q
            .replace(/\p{Cc}/gu, '')
            .trim()
            .slice(0, 40)
        : '',
    period: periods.find((known) => known === period) ?? '',
  };
}
