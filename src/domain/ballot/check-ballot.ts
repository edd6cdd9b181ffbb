import { isVote, type BallotContent, type BallotIntent } from './ballot';
import type { RefusalDetails } from '../shared/refusal';
import type { PanelKind } from '../rubric/panel-kind';
import type { Criterion, RubricContent } from '../rubric/rubric-content';

/** One thing to put right: which field of the form, why, and the figures its sentence needs. */
export interface FieldProblem {
  readonly field: string;
  readonly because: string;
  readonly details?: RefusalDetails;
}

/** Lengths in characters as a person counts them. */
export const BALLOT_TEXT = {
  comment: 2000,
  note: 1000,
  reason: 500,
  /** A no needs its reason and a way out, which no four characters hold. */
  fewestAgainst: 10,
  fewestSupplement: 4,
  fewestAbstain: 4,
  fewestReason: 2,
  /** Why a figure of the form is wrong, and where the right one is from. */
  fewestCorrection: 4,
} as const;

/** What a seat is asked, and whether it hands in. */
export interface SeatAsked {
  readonly rubric: RubricContent;
  readonly kind: PanelKind;
  readonly intent: BallotIntent;
  /** Criteria whose score follows from the form, as `settleComputed` says: they are judged there. */
  readonly byFormula?: ReadonlySet<string>;
  /** Criteria of the whole rubric that this item does not ask: it carries their marks over. */
  readonly notAsked?: ReadonlySet<string>;
}

/**
 * Everything that keeps a ballot from being taken, field by field; empty when it is valid. A draft may be partial,
 * but what it does hold has to be storable. To be cast it needs a score (or a permitted "does not apply") on each
 * criterion of the seat's kind, a reason for each score that asks for one, a vote, and the text its vote asks for.
 */
export function checkBallot(ballot: BallotContent, seat: SeatAsked): readonly FieldProblem[] {
  const { rubric, kind, intent, byFormula = new Set() } = seat;
  return [
    ...strangers(ballot, seat),
    ...rubric.criteria
      .filter((criterion) => criterion.kinds.includes(kind) && !byFormula.has(criterion.code))
      .flatMap((criterion) => checkScore(ballot, criterion, rubric.scale, intent)),
    ...[...byFormula].flatMap((code) =>
      tooLong(`reasons[${code}]`, ballot.reasons[code] ?? '', BALLOT_TEXT.reason),
    ),
    ...checkVote(ballot, intent),
    ...tooLong('comment', ballot.comment, BALLOT_TEXT.comment),
    ...tooLong('note', ballot.note, BALLOT_TEXT.note),
  ];
}

/** Scores and marks on criteria that are not this seat's to give. */
function strangers(ballot: BallotContent, { rubric, kind, notAsked }: SeatAsked): readonly FieldProblem[] {
  const own = new Set(rubric.criteria.filter(({ kinds }) => kinds.includes(kind)).map(({ code }) => code));
  const known = new Set(rubric.criteria.map(({ code }) => code));
  const named: readonly (readonly [string, readonly string[]])[] = [
    ['scores', Object.keys(ballot.scores)],
    ['na', ballot.na],
    ['reasons', Object.keys(ballot.reasons)],
  ];
  return named.flatMap(([group, codes]) =>
    codes
      .filter((code) => !own.has(code))
      .map((criterion) => ({
        field: `${group}[${criterion}]`,
        because: known.has(criterion)
          ? 'criterionOfAnotherKind'
          : notAsked?.has(criterion)
            ? 'criterionNotAsked'
            : 'criterionUnknown',
        details: { criterion, kind },
      })),
  );
}

function checkScore(
  ballot: BallotContent,
  criterion: Criterion,
  { lowest, highest }: RubricContent['scale'],
  intent: BallotIntent,
): readonly FieldProblem[] {
  const { code } = criterion;
  const field = `scores[${code}]`;
  const score = Object.hasOwn(ballot.scores, code) ? ballot.scores[code] : undefined;
  const reason = Object.hasOwn(ballot.reasons, code) ? (ballot.reasons[code] ?? '') : '';
  const overlong = tooLong(`reasons[${code}]`, reason, BALLOT_TEXT.reason);
  const problem = (because: string, at = field, details: RefusalDetails = {}): readonly FieldProblem[] => [
    { field: at, because, details: { criterion: code, ...details } },
    ...overlong,
  ];
  if (ballot.na.includes(code)) {
    if (!criterion.naAllowed) return problem('naNotAllowed', `na[${code}]`);
    return score === undefined ? overlong : problem('scoreAndNa');
  }
  if (score === undefined) return intent === 'cast' ? problem('scoreMissing') : overlong;
  if (!Number.isSafeInteger(score) || score < lowest || score > highest)
    return problem('scoreOutsideScale', field, { lowest, highest });
  const wanting = criterion.commentRequiredFor.includes(score) && length(reason) < BALLOT_TEXT.fewestReason;
  return intent === 'cast' && wanting ? problem('reasonMissing', `reasons[${code}]`, { score }) : overlong;
}

function checkVote({ vote, comment }: BallotContent, intent: BallotIntent): readonly FieldProblem[] {
  if (vote === null) return intent === 'cast' ? [{ field: 'vote', because: 'voteMissing' }] : [];
  if (!isVote(vote)) return [{ field: 'vote', because: 'voteUnknown' }];
  if (intent === 'draft' || vote === 'agree') return [];
  const [because, fewest] = {
    against: ['againstNeedsReasonAndRemedy', BALLOT_TEXT.fewestAgainst] as const,
    supplement: ['supplementNeedsWhat', BALLOT_TEXT.fewestSupplement] as const,
    abstain: ['abstainNeedsReason', BALLOT_TEXT.fewestAbstain] as const,
  }[vote];
  const has = length(comment);
  return has < fewest ? [{ field: 'comment', because, details: { fewest, has } }] : [];
}

function tooLong(field: string, text: string, most: number): readonly FieldProblem[] {
  const has = length(text);
  return has > most ? [{ field, because: 'textTooLong', details: { most, has } }] : [];
}

const length = (text: string): number => Array.from(text.trim()).length;
