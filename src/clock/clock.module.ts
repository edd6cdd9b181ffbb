import { Global, Module } from '@nestjs/common';
import { Config } from '../config/config';
import { Clock, FileClock, SteerableClock, SystemClock } from './clock';
import { Ids } from './ids';
import { Randomness, SecureRandomness } from './randomness';

@Global()
@Module({
  providers: [
    {
      provide: Clock,
      useFactory: clockOf,
      inject: [Config],
    },
    { provide: Randomness, useClass: SecureRandomness },
    Ids,
  ],
  exports: [Clock, Randomness, Ids],
})
export class ClockModule {}

function clockOf(config: Config): Clock {
  const clock = config.CLOCK_FILE ? new FileClock(config.CLOCK_FILE) : new SystemClock();
  return config.MODE === 'production' ? clock : new SteerableClock(clock);
}
