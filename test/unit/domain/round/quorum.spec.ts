import { aRoll, aSeat } from '../tally/a-tally';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { quorum } from '../../../../src/domain/round/quorum';

const everyone = aRoll.map(({ seatId }) => seatId);
const reach = (cast: readonly string[], recused: readonly string[] = [], roll = aRoll) =>
  quorum(roll, new Set(recused), new Set(cast), R1.quorum);
const without = (...seats: string[]) => everyone.filter((seatId) => !seats.includes(seatId));

describe('a quorum', () => {
  it('is two thirds of the eligible, counted in whole ballots', () => {
    expect(reach(without('P2', 'I2', 'E2'))).toMatchObject({
      eligible: 10,
      cast: 7,
      needed: 7,
      shareMet: true,
      met: true,
    });
    const plain = aRoll.map((seat) => ({ ...seat, function: null }));
    expect(reach(without('P2', 'D1', 'I2', 'E2'), [], plain)).toMatchObject({
      cast: 6,
      needed: 7,
      shareMet: false,
      met: false,
    });
  });

  it('needs a ballot of each of the four kinds', () => {
    const { met, shareMet, kinds } = reach(without('I1', 'I2'));
    expect([met, shareMet]).toEqual([false, true]);
    expect(kinds.find(({ kind }) => kind === 'institute')).toEqual({
      kind: 'institute',
      eligible: 2,
      cast: 0,
      needed: 1,
      met: false,
    });
  });

  it('takes the recused out of the base', () => {
    expect(reach(without('E2', 'P1', 'P2', 'I2'), ['E2'])).toMatchObject({
      roll: 10,
      recused: 1,
      eligible: 9,
      cast: 6,
      needed: 6,
      shareMet: true,
    });
  });

  it('does not count a ballot of the recused, nor of strangers to the roll', () => {
    expect(reach([...everyone, 'X1'], ['E2'])).toMatchObject({ eligible: 9, cast: 9 });
  });

  it('needs the departments that must be there', () => {
    const { met, functions } = reach(without('D3'));
    expect(met).toBe(false);
    expect(functions.map(({ function: duty, met: there }) => [duty, there])).toEqual([
      ['naturalResources', true],
      ['ecology', true],
      ['emergency', false],
      ['development', true],
    ]);
  });

  it('is content with one of two seats of the same duty', () => {
    const roll = [...aRoll, { ...aSeat('D5', 'support'), function: 'emergency' as const }];
    expect(reach(without('D3').concat('D5'), [], roll).met).toBe(true);
  });

  it('asks nothing of a department that is recused, or that has no seat', () => {
    expect(reach(everyone, ['D3']).functions).toContainEqual({
      function: 'emergency',
      eligible: 0,
      cast: 0,
      met: true,
    });
    expect(reach(everyone, ['D3']).met).toBe(true);
    const roll = aRoll.filter(({ seatId }) => seatId !== 'D3');
    expect(reach(without('D3'), [], roll)).toMatchObject({ met: true });
    expect(reach(without('D3'), [], roll).functions).toHaveLength(3);
  });

  it('still needs a kind whose every seat is recused', () => {
    expect(reach(without('E1', 'E2'), ['E1', 'E2']).met).toBe(false);
  });

  it('is never reached by nobody', () => {
    const none = {
      share: { num: 0, den: 1 },
      perKind: { park: 0, support: 0, institute: 0, enterprise: 0 },
      mandatoryFunctions: [],
    };
    expect(quorum([], new Set(), new Set(), none)).toMatchObject({ met: false, needed: 1 });
    expect(quorum(aRoll, new Set(), new Set(['P1']), none).met).toBe(true);
  });
});
