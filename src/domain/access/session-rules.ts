const minute = 60_000;

/** Limits of a session, enforced here and nowhere else (a browser's cookie is only a hint). */
export const sessionRules = {
  /** Ends when nothing was asked for so long. */
  idle: 20 * minute,
  /** Ends after so long whatever happens. */
  absolute: 12 * 60 * minute,
  /** The last use is written down at most this often, so that reading a page does not become a write. */
  touch: minute,
};
