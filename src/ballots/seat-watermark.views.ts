import type { LeadContent } from '../domain/lead/content';
import type { Instant } from '../domain/shared/instant';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom } from './ballot-room';

/** A panelist who reads a restricted lead reads their own name on it, on the screen and on paper. */
export function seatWatermark(
  room: Pick<BallotRoom, 'person' | 'seat'>,
  { sensitivity }: LeadContent,
  now: Instant,
  words: Words,
): { watermark?: string } {
  if (sensitivity !== 'restricted') return {};
  const at = formatsFor(words).dateTimeFull(now);
  return {
    watermark: words.t('contacts.watermark', { name: room.person.name, unit: room.seat.unitName, at }),
  };
}
