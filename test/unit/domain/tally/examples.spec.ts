import examples from '../../../support/data/tally-examples.json';
import { aSeat } from './a-tally';
import type { Vote } from '../../../../src/domain/ballot/ballot';
import type { PanelKind } from '../../../../src/domain/rubric/panel-kind';
import { manufacturing } from '../../../../src/domain/rubric/manufacturing';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { tallyItem } from '../../../../src/domain/tally/tally';
import { outcomeCode } from '../../../../src/domain/tally/tally-result';

interface Example {
  id: string;
  title: string;
  recused?: string[];
  ballots: Record<string, { vote: string; scores: Record<string, number> }>;
  expect: {
    eligible: number;
    cast: number;
    quorum: boolean;
    criteria: Record<string, { n: number; trimmed: boolean; mean: string }>;
    complete: boolean;
    votes: Record<string, number>;
    score: string;
    outcome: string;
  };
}

const roll = Object.entries(examples.panel).map(([seatId, kind]) => aSeat(seatId, kind as PanelKind));

describe('the worked examples of rule set R1', () => {
  it('use the manufacturing rubric as it ships', () => {
    const shipped = manufacturing.criteria.map(({ code, weight, kinds }) => [code, { weight, kinds }]);
    expect(Object.fromEntries(shipped)).toEqual(examples.rubric);
    expect(examples.ruleset).toBe(R1.code);
  });

  it.each((examples.cases as Example[]).map((example) => [example.id, example.title, example] as const))(
    '%s, %s: comes out to the cent',
    (_id, _title, { ballots, recused = [], expect: expected }) => {
      const result = tallyItem({
        rubric: manufacturing,
        rules: R1,
        roll,
        recusals: recused,
        vetoes: [],
        ballots: Object.entries(ballots).map(([seatId, { vote, scores }]) => ({
          seatId,
          vote: vote as Vote,
          scores,
          na: [],
        })),
      });
      expect({
        eligible: result.quorum.eligible,
        cast: result.quorum.cast,
        quorum: result.quorum.met,
        criteria: Object.fromEntries(
          result.criteria.map(({ code, n, method, mean }) => [
            code,
            { n, trimmed: method === 'trimmed', mean: mean?.toDecimal(2) },
          ]),
        ),
        complete: result.complete,
        votes: result.votes,
        score: result.total?.toDecimal(2),
        outcome: outcomeCode(result),
      }).toEqual(expected);
    },
  );
});
