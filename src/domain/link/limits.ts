const minute = 60_000;

/** Typing short codes: so many wrong ones for one person within the window, and none is taken until it has passed. */
export const codeGuessing = { most: 10, window: 15 * minute };

/**
 * The code by mail after the button: six digits, good for ten minutes in one browser, five tries; no more than five
 * codes in a quarter of an hour to one person, so that nobody's mailbox is filled and 25 of a million can be tried.
 */
export const secondStepRules = { lives: 10 * minute, tries: 5, mostCodes: 5, window: 15 * minute };
