import { msOf, toInstant, type Instant } from '../shared/instant';

/** For so long the one who recorded a request may look at what it shows and take it away. */
export const OPEN_HOURS = 24;

/** What was recorded later than this is open. */
export const openSince = (now: Instant): Instant => toInstant(msOf(now) - OPEN_HOURS * 3_600_000);
