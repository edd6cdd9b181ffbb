import { fewest } from '../domain/rubric/rule-set';
import { Fraction } from '../domain/shared/fraction';
import type { TallyResult } from '../domain/tally/tally-result';
import type { Words } from '../words/words';

/** How far a result is from the lines it is measured by: one sentence for the score, one for the votes. */
export interface Margin {
  readonly main: string;
  readonly sub: string;
}

/** The distance of score and votes from the pass mark and the share to be met. */
export function margin(result: TallyResult, words: Words): Margin {
  if (result.outcome === 'void') {
    return {
      main: words.t('results.margin.noQuorum'),
      sub: words.t(`results.margin.${result.reasons[0] ?? 'reopen'}`),
    };
  }
  return { main: scoreMargin(result, words), sub: voteMargin(result, words) };
}

function scoreMargin({ total, rules }: TallyResult, words: Words): string {
  if (total === null) return words.t('results.margin.incomplete');
  if (rules.decides === 'advice') return words.t('results.margin.advice', { score: total.toDecimal(2) });
  const { passMark } = rules.score;
  const above = total.gte(passMark);
  const apart = above ? total.minus(Fraction.of(passMark)) : Fraction.of(passMark).minus(total);
  return words.t(above ? 'results.margin.above' : 'results.margin.below', { points: pointsApart(apart) });
}

function voteMargin({ votes, quorum, rules }: TallyResult, words: Words): string {
  const extra = votes.agree - fewest(rules.vote.agreeShare, quorum.cast);
  if (extra === 0) return words.t('results.margin.votesExact');
  return words.t(extra > 0 ? 'results.margin.votesAbove' : 'results.margin.votesBelow', {
    n: Math.abs(extra),
  });
}

/** Two decimals; a distance too small for them is not shown as none. */
export function pointsApart(apart: Fraction): string {
  const shown = apart.toDecimal(2);
  return shown === '0.00' && !apart.equals(0) ? '<0.01' : shown;
}
