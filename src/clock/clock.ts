import { readFileSync } from 'node:fs';
import type { Instant } from '../domain/shared/instant';

/**
 * The one source of time. Everything that needs to know what time it is gets this injected, so that a test or
 * the demo can set it. Instants are UTC ISO strings with milliseconds.
 */
export abstract class Clock {
  abstract now(): Instant;
}

/** The machine's own clock. */
export class SystemClock extends Clock {
  now(): Instant {
    return new Date().toISOString();
  }
}

/** A clock that stands still until it is told to move: tests, and the seeding of the demo city. */
export class SetClock extends Clock {
  private instant: Instant;

  constructor(start: Instant) {
    super();
    this.instant = start;
  }

  now(): Instant {
    return this.instant;
  }

  set(instant: Instant): void {
    this.instant = instant;
  }

  /** Moves forward by whole milliseconds. */
  advance(milliseconds: number): void {
    this.instant = new Date(Date.parse(this.instant) + milliseconds).toISOString();
  }
}

/** Demo and test mode: the time is what a file says (ISO); without a readable file, the machine's clock. */
export class FileClock extends Clock {
  constructor(private readonly path: string) {
    super();
  }

  now(): Instant {
    try {
      const written = new Date(readFileSync(this.path, 'utf8').trim());
      if (!Number.isNaN(written.getTime())) return written.toISOString();
    } catch {
      // The file may not be there yet; the machine's clock serves until it is.
    }
    return new Date().toISOString();
  }
}
