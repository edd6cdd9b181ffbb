import { readFileSync } from 'node:fs';
import type { Instant } from '../domain/shared/instant';

/**
 * The one source of time. Everything that needs to know what time it is gets this injected, so that a test or
 * the demo can set it. Instants are UTC ISO strings with milliseconds.
 */
export abstract class Clock {
  abstract now(): Instant;
}

/** The machine's own clock, set right by the database's where several machines share one. */
export class SystemClock extends Clock {
  private ahead = 0;

  now(): Instant {
    return new Date(Date.now() + this.ahead).toISOString();
  }

  /** How many milliseconds the shared time is ahead of this machine's (negative: behind). */
  follow(milliseconds: number): void {
    this.ahead = milliseconds;
  }

  /** This machine's own time in milliseconds, for measuring how far it is off. */
  own(): number {
    return Date.now();
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

/** Demo and test mode: another clock that can be told to pretend, so that a city's past is made by its own services. */
export class SteerableClock extends Clock {
  private pretended: Instant | null = null;

  constructor(private readonly inner: Clock) {
    super();
  }

  now(): Instant {
    return this.pretended ?? this.inner.now();
  }

  /** The time to answer with from now on; null for the true one again. */
  pretend(instant: Instant | null): void {
    this.pretended = instant;
  }
}
