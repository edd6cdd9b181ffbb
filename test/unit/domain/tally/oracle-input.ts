import type { PanelKind, SeatFunction } from '../../../../src/domain/rubric/panel-kind';
import type { RuleSet } from '../../../../src/domain/rubric/rule-set';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import type { CountedBallot, TallyInput } from '../../../../src/domain/tally/tally-result';
import type { OracleItem, OraclePaper, OracleRules } from '../../../support/oracle/tally-oracle';
import { aCriterion } from './a-tally';

const ratio = ([num, den]: readonly [number, number]) => ({ num, den });

function rulesOf(rules: OracleRules): RuleSet {
  return {
    ...R1,
    decides: rules.scoresDecide ? 'scores' : 'advice',
    veto: { ...R1.veto, confirmed: rules.vetoRejects ? 'reject' : 'borderline' },
    quorum: {
      share: ratio(rules.quorum),
      perKind: rules.perKind,
      mandatoryFunctions: rules.duties as SeatFunction[],
    },
    score: {
      trim: { from: rules.trimFrom, lowest: rules.dropLowest, highest: rules.dropHighest },
      passMark: rules.passMark,
      floor: rules.floor,
    },
    vote: { agreeShare: ratio(rules.agree), agreeFloor: ratio(rules.agreeFloor) },
    extension: { ...R1.extension, most: rules.extensions },
  };
}

export function ballotOf(seatId: string, { vote, marks }: OraclePaper): CountedBallot {
  const given = Object.entries(marks);
  return {
    seatId,
    vote,
    scores: Object.fromEntries(given.filter((entry): entry is [string, number] => entry[1] !== 'na')),
    na: given.filter(([, mark]) => mark === 'na').map(([code]) => code),
  };
}

/** What the oracle is given, as the tally takes it. */
export function inputOf(item: OracleItem): TallyInput {
  return {
    rubric: {
      code: 'drawn',
      scale: { lowest: 0, highest: item.highest },
      criteria: item.criteria.map(({ code, weight, kinds }) =>
        aCriterion(code, weight, kinds as PanelKind[]),
      ),
    },
    rules: rulesOf(item.rules),
    roll: item.seats.map(({ id, kind, duty }) => ({
      seatId: id,
      kind: kind as PanelKind,
      function: duty as SeatFunction | null,
    })),
    ballots: item.seats.flatMap(({ id }, at) => {
      const deed = item.deeds[at];
      const paper = deed?.did === 'voted' ? deed.paper : deed?.did === 'recused' ? deed.after : null;
      return paper ? [ballotOf(id, paper)] : [];
    }),
    recusals: item.seats.flatMap(({ id }, at) => (item.deeds[at]?.did === 'recused' ? [id] : [])),
    vetoes: item.vetoes as TallyInput['vetoes'],
    extensionsUsed: item.extensionsUsed,
  };
}
