import { BALLOT_TEXT, type FieldProblem } from '../domain/ballot/check-ballot';
import { readBallot, type BallotContent } from '../domain/ballot/ballot';
import { plainText } from '../http/forms';

/** What a person typed into the ballot form, every value a text. What was no text of our form is not in it. */
export interface TypedForm {
  readonly scores: Readonly<Record<string, string>>;
  readonly na: Readonly<Record<string, string>>;
  readonly reasons: Readonly<Record<string, string>>;
  /** `confirm` or `correct`, where the rubric scores from the form. */
  readonly computed?: Readonly<Record<string, string>>;
  /** The corrected figures. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly vote: string;
  readonly comment: string;
  readonly note: string;
}

export const EMPTY_FORM: TypedForm = {
  scores: {},
  na: {},
  reasons: {},
  computed: {},
  inputs: {},
  vote: '',
  comment: '',
  note: '',
};

/** A draft keeps far more than a ballot may hold, but not everything that can be sent. */
const LONGEST_KEPT = 20_000;
/** More criteria than any rubric has. */
const MOST_CRITERIA = 60;

/** Reads the parsed body of a ballot form; lists and objects where a text belongs count as nothing typed. */
export function typedForm(body: Readonly<Record<string, unknown>>): TypedForm {
  return {
    scores: texts(body['scores']),
    na: texts(body['na']),
    reasons: texts(body['reasons']),
    computed: texts(body['computed']),
    inputs: texts(body['inputs']),
    vote: plainText(body['vote']),
    comment: plainText(body['comment']),
    note: plainText(body['note']),
  };
}

function texts(group: unknown): Record<string, string> {
  if (typeof group !== 'object' || group === null || Array.isArray(group)) return {};
  const entries = Object.entries(group).slice(0, MOST_CRITERIA);
  return Object.fromEntries(
    entries
      .filter(([code, value]) => /^[A-Za-z][A-Za-z0-9]{0,39}$/.test(code) && typeof value === 'string')
      .map(([code, value]) => [code, plainText(value)]),
  );
}

/** The ballot in a form, to be judged by `checkBallot`. */
export const ballotIn = (typed: TypedForm): BallotContent => readBallot(typed);

/** The form that shows a ballot again. */
export function formOf(ballot: BallotContent): TypedForm {
  const computed = Object.entries(ballot.computed ?? {});
  const byHand = Object.entries(ballot.scores).filter(([code]) => !computed.some(([one]) => one === code));
  return {
    scores: Object.fromEntries(byHand.map(([code, score]) => [code, String(score)])),
    computed: Object.fromEntries(computed.map(([code, { choice }]) => [code, choice])),
    inputs: Object.fromEntries(computed.map(([code, { input }]) => [code, input ?? ''])),
    na: Object.fromEntries(ballot.na.map((code) => [code, '1'])),
    reasons: ballot.reasons,
    vote: ballot.vote ?? '',
    comment: ballot.comment,
    note: ballot.note,
  };
}

/** Whether there is nothing to keep. */
export function isBlank({
  scores,
  na,
  reasons,
  computed = {},
  inputs = {},
  vote,
  comment,
  note,
}: TypedForm): boolean {
  const all = [
    ...[scores, na, reasons, computed, inputs].flatMap((group) => Object.values(group)),
    vote,
    comment,
    note,
  ];
  return all.every((text) => text.trim() === '');
}

/** What even a draft cannot keep; it is shown again with the message, not stored. */
export function draftProblems({ comment, note, reasons }: TypedForm): FieldProblem[] {
  const fields: [string, string, number][] = [
    ['comment', comment, BALLOT_TEXT.comment],
    ['note', note, BALLOT_TEXT.note],
    ...Object.entries(reasons).map(([code, text]): [string, string, number] => {
      return [`reasons[${code}]`, text, BALLOT_TEXT.reason];
    }),
  ];
  return fields
    .filter(([, text]) => text.length > LONGEST_KEPT)
    .map(([field, text, most]) => ({ field, because: 'textTooLong', details: { most, has: text.length } }));
}

/** Reads a stored draft; one that cannot be read is as good as none. */
export function storedForm(text: string): TypedForm {
  try {
    const body: unknown = JSON.parse(text);
    return typeof body === 'object' && body !== null
      ? typedForm(body as Record<string, unknown>)
      : EMPTY_FORM;
  } catch {
    return EMPTY_FORM;
  }
}

/** The idempotency key of a page; null where none came or it is none. */
export function pageKey(body: Readonly<Record<string, unknown>>): string | null {
  const key = body['idempotencyKey'];
  return typeof key === 'string' && key.length > 0 && key.length <= 200 ? key : null;
}
