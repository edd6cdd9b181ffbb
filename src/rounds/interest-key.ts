import type { Interest } from '../domain/round/interests';

/** Which person of which seat, on which item. */
export type InterestKey = Pick<Interest, 'itemId' | 'seatId' | 'personId'>;

export const keyOf = ({ itemId, seatId, personId }: InterestKey): string => `${itemId} ${seatId} ${personId}`;
