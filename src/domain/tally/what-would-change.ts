import { decide, type Decision, type DecisionFacts } from './decide';
import type { TallyResult } from './tally-result';
import { Fraction } from '../shared/fraction';

/**
 * One thing that would give another outcome, everything else as it is:
 *
 * - `quorum`: the same ballots with a quorum;
 * - `agreeMore`, `agreeFewer`: this many ballots cast changing to, or away from, agreement;
 * - `scoreUp`, `scoreDown`: a total that reaches `mark`, or falls below it; `by` is the exact distance;
 * - `vetoDismissed`, `vetoConfirmed`: the vetoes that are not resolved yet.
 */
export type Change = { readonly outcome: Decision['outcome'] } & (
  | { readonly lever: 'quorum' | 'vetoDismissed' | 'vetoConfirmed' }
  | { readonly lever: 'agreeMore' | 'agreeFewer'; readonly ballots: number }
  | { readonly lever: 'scoreUp' | 'scoreDown'; readonly mark: number; readonly by: Fraction }
);

/** Smaller than any distance that a total of whole scores, whole weights and at most thousands of ballots can have. */
const HAIR = Fraction.of(1, 10n ** 30n);

/** The least changes of a single kind that would decide an item otherwise, in a fixed order; none may exist. */
export function whatWouldChange(result: TallyResult): readonly Change[] {
  const { rules, total, votes, quorum, vetoes } = result;
  const facts: DecisionFacts = {
    quorumMet: quorum.met,
    extensionsUsed: result.extensionsUsed,
    vetoConfirmed: vetoes.confirmed.length > 0,
    vetoUnresolved: vetoes.unresolved.length > 0,
    total,
    agree: votes.agree,
    cast: quorum.cast,
  };
  const now = decide(facts, rules).outcome;
  const after = (change: Partial<DecisionFacts>): Decision['outcome'] =>
    decide({ ...facts, ...change }, rules).outcome;
  if (!facts.quorumMet)
    return quorum.cast === 0 ? [] : [{ lever: 'quorum', outcome: after({ quorumMet: true }) }];
  const found: readonly (Change | null)[] = [
    ...ballotChanges(facts, after, now),
    ...(total === null ? [] : scoreChanges(total, [rules.score.passMark, rules.score.floor], after)),
    ...(facts.vetoUnresolved
      ? ([
          { lever: 'vetoDismissed', outcome: after({ vetoUnresolved: false }) },
          { lever: 'vetoConfirmed', outcome: after({ vetoUnresolved: false, vetoConfirmed: true }) },
        ] as const)
      : []),
  ];
  return found.filter((change): change is Change => change !== null && change.outcome !== now);
}

type After = (change: Partial<DecisionFacts>) => Decision['outcome'];

function ballotChanges(
  { agree, cast }: DecisionFacts,
  after: After,
  now: Decision['outcome'],
): readonly (Change | null)[] {
  const first = (lever: 'agreeMore' | 'agreeFewer', most: number, step: 1 | -1): Change | null => {
    for (let ballots = 1; ballots <= most; ballots += 1) {
      const outcome = after({ agree: agree + step * ballots });
      if (outcome !== now) return { lever, ballots, outcome };
    }
    return null;
  };
  return [first('agreeMore', cast - agree, 1), first('agreeFewer', agree, -1)];
}

/** Both marks, where the total lies on their other side; two marks at one place are one. */
function scoreChanges(total: Fraction, marks: readonly number[], after: After): readonly Change[] {
  return [...new Set(marks)].map((mark): Change => {
    const reached = total.gte(mark);
    const line = Fraction.of(mark);
    return {
      lever: reached ? 'scoreDown' : 'scoreUp',
      mark,
      by: reached ? total.minus(line) : line.minus(total),
      outcome: after({ total: reached ? line.minus(HAIR) : line }),
    };
  });
}
