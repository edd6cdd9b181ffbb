import type { Words } from '../../words/words';

/** `ok` needs nothing; `note` is worth knowing; `look` wants a look; `bad` stands against going on as it is. */
export type CheckVerdict = 'ok' | 'note' | 'look' | 'bad';

/** What a check made beforehand has found, in finished words. */
export interface CheckFound {
  readonly verdict: CheckVerdict;
  /** One phrase, for a row and the head of the line. */
  readonly short: string;
  /** The reasons, one a line; `href` is '' for no link. */
  readonly lines: readonly CheckLine[];
}

export interface CheckLine {
  readonly text: string;
  readonly href: string;
}

/** Found, but not yet said: made in the language of the page. */
export type CheckSay = (words: Words) => CheckFound;

export const checkLine = (text: string, href = ''): CheckLine => ({ text, href });
