import type { Line } from './explanation';
import { shareFormula, states, tests } from './line';
import { outcomeCode, type TallyResult } from './tally-result';
import { meets } from '../rubric/rule-set';

/** Score, votes and vetoes against the rules, then the conclusion and each of its reasons. */
export function explainRules(result: TallyResult): readonly Line[] {
  const { votes, reasons, rules, quorum } = result;
  const { agreeShare, agreeFloor } = rules.vote;
  const cast = quorum.cast;
  const { agree } = votes;
  const agreed = (key: string, share: typeof agreeShare): Line =>
    tests(key, { agree, cast, ...share }, meets(share, agree, cast), shareFormula(share, agree, cast));
  return [
    ...(quorum.met ? [] : [tests('tally.rules.noQuorum', {}, false)]),
    ...scoreLines(result),
    states('tally.rules.votes', { ...votes, cast }),
    agreed('tally.rules.agreeShare', agreeShare),
    ...(meets(agreeShare, agree, cast) ? [] : [agreed('tally.rules.agreeFloor', agreeFloor)]),
    ...vetoLines(result),
    states('tally.rules.outcome', { outcome: outcomeCode(result) }),
    ...reasons.map((reason) => states('tally.rules.reason', { reason })),
  ];
}

function scoreLines({ total, rules }: TallyResult): readonly Line[] {
  if (rules.decides === 'advice') {
    return [
      total === null
        ? states('tally.rules.noScoreAdvice')
        : states('tally.rules.scoreAdvice', { score: total.toDecimal(2) }),
    ];
  }
  if (total === null) return [tests('tally.rules.noScore', {}, false)];
  const score = total.toDecimal(2);
  // Rounding must not make 69.996 look like a pass: when two decimals cannot show it, the exact fraction does.
  const line = (key: string, mark: number): Line => {
    const met = total.gte(mark);
    const misleading = !met && score === `${mark}.00`;
    return tests(
      key,
      { score, mark },
      met,
      `${misleading ? total.toString() : score} ${met ? '≥' : '<'} ${mark}`,
    );
  };
  const { passMark, floor } = rules.score;
  return [
    line('tally.rules.passMark', passMark),
    ...(total.gte(passMark) ? [] : [line('tally.rules.floor', floor)]),
  ];
}

function vetoLines({ vetoes }: TallyResult): readonly Line[] {
  const { confirmed, unresolved } = vetoes;
  if (confirmed.length + unresolved.length === 0) return [tests('tally.rules.noVeto', {}, true)];
  return [
    ...confirmed.map((ground) => tests('tally.rules.vetoConfirmed', { ground }, false)),
    ...unresolved.map((ground) => tests('tally.rules.vetoUnresolved', { ground }, false)),
  ];
}
