import { Global, Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';
import { RefusalWatch } from '../http/refusal-watch';
import { AccessLog } from './access-log';
import { AccessLogRetention } from './access-log-retention';
import { AccessLogQueries } from './access-log.queries';
import { HandedOutFiles, WatchedRefusals } from './access-watch';

/** Who was shown, given or refused what, kept for some months. Global: every feature may have something to note. */
@Global()
@Module({
  providers: [
    AccessLog,
    AccessLogQueries,
    AccessLogRetention,
    { provide: RefusalWatch, useClass: WatchedRefusals },
    { provide: APP_INTERCEPTOR, useClass: HandedOutFiles },
  ],
  exports: [AccessLog, AccessLogQueries, AccessLogRetention, RefusalWatch],
})
export class AccessLogModule {}
