import type { RubricContent } from '../domain/rubric/rubric-content';
import type { Outcome, TallyResult } from '../domain/tally/tally-result';
import { whatWouldChange, type Change } from '../domain/tally/what-would-change';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { Words } from '../words/words';
import { explanation, type ExplanationModel } from './explanation.views';
import { pointsApart } from './margin.views';

/** The model of `rules/_tried`: an outcome on trial, why it is that, and what would change it. */
export interface TriedOutcome {
  readonly title: string;
  readonly tag: Tag;
  readonly score: string;
  readonly votes: string;
  readonly reasons: readonly string[];
  readonly changes: readonly string[];
  readonly explanation: ExplanationModel;
}

const tones: Readonly<Record<Outcome, TagTone>> = {
  admit: 'green',
  borderline: 'amber',
  reject: 'red',
  void: 'line',
};

/** A result on trial: a tag and not a seal, for nothing is decided by it. */
export function triedOutcome(
  title: string,
  result: TallyResult,
  rubric: Pick<RubricContent, 'criteria' | 'vetoGrounds'>,
  words: Words,
): TriedOutcome {
  const { outcome, total, votes, quorum, reasons } = result;
  return {
    title,
    tag: tag(words.t(`results.computed.${outcome}`), tones[outcome], outcome),
    score: total?.toDecimal(2) ?? words.t('results.score.none'),
    votes: words.t('trial.votes', { agree: votes.agree, cast: quorum.cast, eligible: quorum.eligible }),
    reasons: reasons.map((reason) => words.t(`results.reason.${reason}`)),
    changes: whatWouldChange(result).map((change) => changeWords(change, words)),
    explanation: explanation(result, rubric, words),
  };
}

function changeWords(change: Change, words: Words): string {
  const outcome = words.t(`results.computed.${change.outcome}`);
  if (change.lever === 'agreeMore' || change.lever === 'agreeFewer')
    return words.t(`trial.change.${change.lever}`, { n: change.ballots, outcome });
  if (change.lever === 'scoreUp' || change.lever === 'scoreDown')
    return words.t(`trial.change.${change.lever}`, {
      mark: change.mark,
      points: pointsApart(change.by),
      outcome,
    });
  return words.t(`trial.change.${change.lever}`, { outcome });
}
