import { aBallot, anItem, aRoll, aTally, votesOf } from './a-tally';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { explain, type Line, type Step } from '../../../../src/domain/tally/explanation';
import type { TallyInput } from '../../../../src/domain/tally/tally-result';
import { tallyItem } from '../../../../src/domain/tally/tally';

type Of<S extends Step['step']> = Extract<Step, { step: S }>;
const step = <S extends Step['step']>(name: S, said: Partial<TallyInput> = {}): Of<S> =>
  explain(tallyItem(anItem(said))).find((found) => found.step === name) as Of<S>;
const line = (lines: readonly Line[], key: string): Line | undefined =>
  lines.find((found) => found.key === key);

describe('the explanation of a result', () => {
  it('goes from who had a vote, over the scores, to the rules', () => {
    expect(explain(aTally()).map((found) => found.step)).toEqual(['who', 'scores', 'rules']);
  });

  it('is plain data', () => {
    const steps = explain(aTally());
    expect(JSON.parse(JSON.stringify(steps))).toEqual(steps);
  });

  it('says who had a vote and whether that is a quorum', () => {
    const { lines, met } = step('who', { recusals: ['E2'], ballots: votesOf({ agree: 6, against: 3 }) });
    expect(met).toBe(true);
    expect(lines[0]).toEqual({
      key: 'tally.who.rollRecused',
      args: { roll: 10, recused: 1, eligible: 9, cast: 9 },
      formula: null,
      met: null,
    });
    expect(lines[1]).toEqual({
      key: 'tally.who.share',
      args: { num: 2, den: 3, eligible: 9, needed: 6, cast: 9 },
      formula: '3 × 9 = 27 ≥ 2 × 9 = 18',
      met: true,
    });
    expect(lines.filter(({ key }) => key === 'tally.who.kind').map(({ args }) => args['cast'])).toEqual([
      2, 4, 2, 1,
    ]);
    expect(lines.filter(({ key }) => key === 'tally.who.function')).toHaveLength(4);
  });

  it('says which duty falls away because its seat is recused', () => {
    const { lines } = step('who', { recusals: ['D3'] });
    expect(line(lines, 'tally.who.functionRecused')).toMatchObject({
      args: { function: 'emergency' },
      met: null,
    });
  });

  it('shows each mark, the ones dropped, and the sum behind the mean', () => {
    const scores = [3, 4, 4, 5, 5, 5, 4, 4, 4, 4];
    const { rows, total } = step('scores', {
      ballots: aRoll.map(({ seatId }, at) => aBallot(seatId, 'agree', scores[at])),
    });
    expect(rows[0]?.marks.map(({ score, dropped }) => (dropped ? `(${score})` : `${score}`)).join(' ')).toBe(
      '(3) 4 4 4 4 4 4 5 5 (5)',
    );
    expect(rows[0]).toMatchObject({
      criterion: 'first',
      meanFormula: '(4 + 4 + 4 + 4 + 4 + 4 + 5 + 5) ÷ 8 = 4.25',
      contributionFormula: '60 × 4.25 ÷ 5 = 51.00',
      contribution: '51.00',
      scaledWeight: null,
      exact: { mean: '17/4', contribution: '51/1', weight: '60/1' },
    });
    expect(total).toBe('85.00');
  });

  it('calculates with the fraction where two decimals cannot hold a mean', () => {
    const three = { recusals: ['P1', 'P2', 'D1', 'D2', 'D3', 'D4', 'I1'] };
    const scores: Record<string, number> = { I2: 4, E1: 4, E2: 5 };
    const ballots = Object.entries(scores).map(([seatId, score]) => aBallot(seatId, 'agree', score));
    const { rows } = step('scores', { ...three, ballots });
    expect(rows[0]?.meanFormula).toBe('(4 + 4 + 5) ÷ 3 ≈ 4.33');
    expect(rows[0]?.contributionFormula).toBe('60 × 13/3 ÷ 5 = 52.00');
  });

  it('says that weights were scaled, and by which criteria', () => {
    const ballots = aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores: { first: 4 }, na: ['second'] }));
    const { lines, rows } = step('scores', { ballots });
    expect(line(lines, 'tally.scores.scaled')?.args).toEqual({ criteria: 'second', inUse: 60, full: 100 });
    expect(rows.map(({ scaledWeight, mean }) => [scaledWeight, mean])).toEqual([
      ['100.00', '4.00'],
      ['0.00', null],
    ]);
  });

  it('holds the result against the rules with the sums of the results page', () => {
    const { lines, outcome, rules } = step('rules', { ballots: votesOf({ agree: 9, supplement: 1 }) });
    expect([outcome, rules]).toEqual(['admit', 'R1']);
    expect(line(lines, 'tally.rules.passMark')).toMatchObject({ formula: '80.00 ≥ 70', met: true });
    expect(line(lines, 'tally.rules.agreeShare')).toMatchObject({
      formula: '3 × 9 = 27 ≥ 2 × 10 = 20',
      met: true,
    });
    expect(line(lines, 'tally.rules.noVeto')?.met).toBe(true);
    expect(line(lines, 'tally.rules.outcome')?.args).toEqual({ outcome: 'admit' });
  });

  it('shows what failed, and the next rule that was asked', () => {
    const { lines } = step('rules', {
      ballots: votesOf({ agree: 4, against: 6 }, 3),
      vetoes: [{ ground: 'V05', state: 'raised' }],
    });
    expect(line(lines, 'tally.rules.passMark')).toMatchObject({ formula: '60.00 < 70', met: false });
    expect(line(lines, 'tally.rules.floor')).toMatchObject({ formula: '60.00 ≥ 60', met: true });
    expect(line(lines, 'tally.rules.agreeFloor')).toMatchObject({
      formula: '2 × 4 = 8 < 1 × 10 = 10',
      met: false,
    });
    expect(line(lines, 'tally.rules.vetoUnresolved')?.args).toEqual({ ground: 'V05' });
    expect(line(lines, 'tally.rules.reason')?.args).toEqual({ reason: 'agreeBelowFloor' });
  });

  it('does not let rounding pass for the pass mark', () => {
    const near = { ...aTally(), total: Fraction.of(699_999, 10_000) };
    const rules = explain(near).find((found) => found.step === 'rules') as Of<'rules'>;
    expect(near.total.toDecimal(2)).toBe('70.00');
    expect(line(rules.lines, 'tally.rules.passMark')).toMatchObject({
      formula: '699999/10000 < 70',
      met: false,
    });
  });

  it('says that there is no score, and no quorum', () => {
    expect(line(step('rules', { ballots: [] }).lines, 'tally.rules.noQuorum')?.met).toBe(false);
    expect(line(step('rules', { ballots: [] }).lines, 'tally.rules.noScore')?.met).toBe(false);
    expect(line(step('scores', { ballots: [] }).lines, 'tally.scores.missing')?.args).toEqual({
      criteria: 'first,second',
    });
  });

  it('shows the total without measuring it where scores only advise', () => {
    const rules = { ...R1, decides: 'advice' } as const;
    const low = step('rules', { rules, ballots: aRoll.map(({ seatId }) => aBallot(seatId, 'agree', 1)) });
    expect(low.outcome).toBe('admit');
    expect(line(low.lines, 'tally.rules.scoreAdvice')).toMatchObject({ args: { score: '20.00' }, met: null });
    expect(line(low.lines, 'tally.rules.passMark')).toBeUndefined();
  });
});
