/** What a voting link asks for after its button: nothing more, or a code sent to the enrolled mailbox. */
export const SECOND_STEPS = ['none', 'mail'] as const;
export type SecondStep = (typeof SECOND_STEPS)[number];

/** Where a mailed code stands: it may be typed, it is too old, or it was wrong too often. */
export type StepStanding = 'waiting' | 'expired' | 'usedUp';
