import type { Line } from './explanation';
import { shareFormula, states, tests } from './line';
import type { TallyResult } from './tally-result';

/** Who had a vote, who used it, and whether that is a quorum. */
export function explainWho({ quorum, rules }: TallyResult): readonly Line[] {
  const { roll, recused, eligible, cast, needed } = quorum;
  const { share } = rules.quorum;
  return [
    states(recused === 0 ? 'tally.who.roll' : 'tally.who.rollRecused', { roll, recused, eligible, cast }),
    tests(
      'tally.who.share',
      { ...share, eligible, needed, cast },
      quorum.shareMet,
      shareFormula(share, cast, eligible),
    ),
    ...quorum.kinds.map(({ kind, cast: voted, needed: fewest, eligible: of, met }) =>
      tests('tally.who.kind', { kind, cast: voted, needed: fewest, eligible: of }, met),
    ),
    ...quorum.functions.map(({ function: duty, cast: voted, eligible: of, met }) =>
      of === 0
        ? states('tally.who.functionRecused', { function: duty })
        : tests('tally.who.function', { function: duty, cast: voted, eligible: of }, met),
    ),
  ];
}
