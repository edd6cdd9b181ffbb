import { ConsoleLogger } from '@nestjs/common';

/** Who else tells of a failed start, with a stack. */
const twiceTold = ['ExceptionHandler', 'TypeOrmModule'];

/**
 * What Nest says on the console: only what needs somebody's attention. Why the program could not start is left to
 * `explainFailedStart`, which says it once and in words.
 */
export class Console extends ConsoleLogger {
  constructor() {
    super({ logLevels: ['fatal', 'error', 'warn'] });
  }

  override error(message: unknown, ...rest: unknown[]): void {
    if (!twiceTold.includes(String(rest.at(-1)))) super.error(message, ...rest);
  }
}
