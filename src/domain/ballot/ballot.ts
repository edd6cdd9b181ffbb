import type { ComputedChoice } from './computed-choice';

/** The four votes. Abstaining is a vote: it counts in the base of every share. */
export const VOTES = ['agree', 'supplement', 'against', 'abstain'] as const;
export type Vote = (typeof VOTES)[number];

export const isVote = (text: string): text is Vote => (VOTES as readonly string[]).includes(text);

/** What a panelist hands in for one item. Absent means absent: a criterion without a score is not a zero. */
export type BallotContent = {
  /** By criterion code. A score that could not be read as a number is NaN until it is refused. */
  readonly scores: Readonly<Record<string, number>>;
  /** Criteria marked as not applying. */
  readonly na: readonly string[];
  /** By criterion code: why this score. */
  readonly reasons: Readonly<Record<string, string>>;
  /** By criterion code, where the rubric scores from the form: what was said to it. Left out where nothing was. */
  readonly computed?: Readonly<Record<string, ComputedChoice>>;
  /** As chosen; null when nothing was. There is no default. */
  readonly vote: string | null;
  /** May reach the scout, unsigned. */
  readonly comment: string;
  /** For the secretariat only. */
  readonly note: string;
};

/** `draft` keeps what is there, `cast` hands it in. */
export type BallotIntent = 'draft' | 'cast';

/** A form as a browser sends it: every value text, every group possibly missing. */
export interface TypedBallot {
  readonly scores?: Readonly<Record<string, unknown>>;
  readonly na?: Readonly<Record<string, unknown>>;
  readonly reasons?: Readonly<Record<string, unknown>>;
  readonly computed?: Readonly<Record<string, unknown>>;
  readonly inputs?: Readonly<Record<string, unknown>>;
  readonly vote?: unknown;
  readonly comment?: unknown;
  readonly note?: unknown;
}

/**
 * Reads a form into a ballot without judging it. Blank scores are absent; text that is no plain number becomes NaN
 * so that `checkBallot` can say so; texts are trimmed; an `na` box counts when it holds anything; a corrected figure
 * counts with the choice to correct only.
 */
export function readBallot(typed: TypedBallot): BallotContent {
  const texts = (group: Readonly<Record<string, unknown>> | undefined): [string, string][] =>
    Object.entries(group ?? {})
      .map(([code, value]): [string, string] => [code, text(value)])
      .filter(([, value]) => value !== '');
  const inputs = new Map(texts(typed.inputs));
  const chosen = texts(typed.computed).map(([code, choice]): [string, ComputedChoice] => [
    code,
    { choice, input: choice === 'correct' ? (inputs.get(code) ?? '') : null },
  ]);
  return {
    ...(chosen.length === 0 ? {} : { computed: Object.fromEntries(chosen) }),
    scores: Object.fromEntries(texts(typed.scores).map(([code, value]) => [code, wholeNumber(value)])),
    na: texts(typed.na).map(([code]) => code),
    reasons: Object.fromEntries(texts(typed.reasons)),
    vote: text(typed.vote) === '' ? null : text(typed.vote),
    comment: text(typed.comment),
    note: text(typed.note),
  };
}

function text(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value.trim() : '';
}

/** Only digits, so that "1e0", "0x3" and " " are not taken for scores nobody gave. */
function wholeNumber(value: string): number {
  const plain = value.normalize('NFKC');
  return /^-?\d{1,6}$/.test(plain) ? Number(plain) : Number.NaN;
}
