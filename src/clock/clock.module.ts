import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock, FileClock, SystemClock } from './clock';
import { Ids } from './ids';
import { Randomness, SecureRandomness } from './randomness';

@Global()
@Module({
  providers: [
    {
      provide: Clock,
      useFactory: (config: Config) =>
        config.CLOCK_FILE ? new FileClock(config.CLOCK_FILE) : new SystemClock(),
      inject: [Config],
    },
    { provide: Randomness, useClass: SecureRandomness },
    Ids,
  ],
  exports: [Clock, Randomness, Ids],
})
export class ClockModule {}
