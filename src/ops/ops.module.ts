import { Module } from '@nestjs/common';
import { TerminusModule } from '@nestjs/terminus';
import { Config } from '../config/config';
import { CalendarModule } from '../calendar/calendar.module';
import { FilesModule } from '../files/files.module';
import { LedgerModule } from '../ledger/ledger.module';
import { Doctor } from './doctor';
import { MetricsAudience } from './metrics-audience';
import { MetricsController } from './metrics.controller';
import { Metrics } from './metrics';
import { ProbesController } from './probes.controller';
import { Readiness } from './readiness';
import { RequestMeter } from './request-meter';
import { OpsQueries } from './ops.queries';

/** What those who run the server watch: is it alive, can it take a vote, how much is it doing. */
@Module({
  imports: [CalendarModule, FilesModule, LedgerModule, TerminusModule.forRoot({ logger: false })],
  controllers: [ProbesController, MetricsController],
  providers: [
    Doctor,
    Metrics,
    OpsQueries,
    Readiness,
    RequestMeter,
    {
      provide: MetricsAudience,
      useFactory: (config: Config) => new MetricsAudience(config.TRUST_PROXY !== ''),
      inject: [Config],
    },
  ],
})
export class OpsModule {}
