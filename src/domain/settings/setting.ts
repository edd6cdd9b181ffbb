import type { CanonicalValue } from '../shared/canonical';

/**
 * A rule or a list that belongs to the city and not to the program: thresholds, limits in workdays, a catalogue.
 * A feature declares one constant for each; until somebody changes it, `preset` holds.
 */
export interface Setting<T extends CanonicalValue> {
  /** Lower-case words with hyphens, `scope-rules`; never changed, because stored versions are found by it. */
  readonly key: string;
  readonly preset: T;
  /** Turns stored JSON into a value. @throws Error where it is not of this setting */
  read(stored: unknown): T;
}
