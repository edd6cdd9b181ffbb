import fc from 'fast-check';
import { aBallot, aCriterion, aRoll, aRubric, aTally, votesOf } from './a-tally';
import { VOTES } from '../../../../src/domain/ballot/ballot';
import { R1 } from '../../../../src/domain/rubric/rule-set-r1';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { recordText } from '../../../../src/domain/tally/tally-record';
import { outcomeCode, type CountedBallot } from '../../../../src/domain/tally/tally-result';

const scored = (scores: number[]): CountedBallot[] =>
  scores.map((score, at) => aBallot(aRoll[at]?.seatId ?? '', 'agree', score));

describe('a tally', () => {
  it('admits what scores and votes carry', () => {
    const result = aTally();
    expect(outcomeCode(result)).toBe('admit');
    expect(result.reasons).toEqual([]);
    expect(result.total?.toDecimal(2)).toBe('80.00');
  });

  it('counts an abstention in the base', () => {
    const result = aTally({ ballots: votesOf({ agree: 6, abstain: 4 }) });
    expect(result.votes).toEqual({ agree: 6, supplement: 0, against: 0, abstain: 4 });
    expect(result.reasons).toEqual(['agreeBelowShare']);
  });

  it('takes a recused seat out of the base', () => {
    const result = aTally({ ballots: votesOf({ agree: 6, against: 3 }), recusals: ['E2'] });
    expect(result.quorum).toMatchObject({ roll: 10, recused: 1, eligible: 9, cast: 9 });
    expect(outcomeCode(result)).toBe('admit');
  });

  it('does not count the ballot of a seat that recused itself after casting', () => {
    const result = aTally({ recusals: ['E2'] });
    expect(result.quorum.cast).toBe(9);
    expect(result.votes.agree).toBe(9);
  });

  it('takes a seat that did not vote for neither a no nor a zero', () => {
    const result = aTally({ ballots: votesOf({ agree: 10 }).filter(({ seatId }) => seatId !== 'P2') });
    expect(result.quorum).toMatchObject({ eligible: 10, cast: 9 });
    expect(result.total?.toDecimal(2)).toBe('80.00');
  });

  it('admits at exactly two thirds, and not one ballot below', () => {
    const nine = { recusals: ['E2'] };
    expect(aTally({ ballots: votesOf({ agree: 6, against: 3 }), ...nine }).outcome).toBe('admit');
    expect(aTally({ ballots: votesOf({ agree: 5, against: 4 }), ...nine }).outcome).toBe('borderline');
  });

  it('rejects below one half, and not at one half', () => {
    expect(outcomeCode(aTally({ ballots: votesOf({ agree: 5, against: 5 }) }))).toBe(
      'borderline:agreeBelowShare',
    );
    expect(outcomeCode(aTally({ ballots: votesOf({ agree: 4, against: 6 }) }))).toBe(
      'reject:agreeBelowFloor',
    );
  });

  it('admits at exactly 70, and leaves 60 to under 70 to the chair', () => {
    const at = (score: number, second = score) =>
      aTally({
        ballots: aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores: { first: score, second } })),
      });
    expect(at(3, 3).total?.toDecimal(2)).toBe('60.00');
    expect(outcomeCode(at(3))).toBe('borderline:scoreBelowPass');
    expect(outcomeCode(at(3, 2))).toBe('reject:scoreBelowFloor');
    const seventy = aTally({ ballots: scored([3, 3, 3, 3, 3, 4, 4, 4, 4, 4]) });
    expect(seventy.total?.toJSON()).toBe('70/1');
    expect(seventy.outcome).toBe('admit');
  });

  it('names every ground for a rejection', () => {
    expect(aTally({ ballots: votesOf({ agree: 1, against: 9 }, 1) }).reasons).toEqual([
      'scoreBelowFloor',
      'agreeBelowFloor',
    ]);
  });

  it('drops one highest and one lowest from five scores on', () => {
    const rules = { ...R1, quorum: { ...R1.quorum, share: { num: 0, den: 1 }, mandatoryFunctions: [] } };
    const four = aTally({ rules, ballots: scored([0, 3, 4, 5]) }).criteria[0];
    expect(four).toMatchObject({ n: 4, method: 'plain', dropped: { lowest: 0, highest: 0 } });
    expect(four?.mean?.toJSON()).toBe('3/1');
    const five = aTally({ rules, ballots: scored([0, 3, 4, 5, 5]) }).criteria[0];
    expect(five).toMatchObject({
      n: 5,
      method: 'trimmed',
      dropped: { lowest: 1, highest: 1 },
      counts: [1, 0, 0, 1, 1, 2],
    });
    expect(five?.mean?.toJSON()).toBe('4/1');
  });

  it('takes the number to drop from the rules', () => {
    const rules = { ...R1, score: { ...R1.score, trim: { from: 6, lowest: 2, highest: 1 } } };
    const { mean } = aTally({ rules, ballots: scored([0, 1, 2, 2, 3, 3, 3, 4, 4, 5]) }).criteria[0] ?? {};
    expect(mean?.equals(Fraction.of(2 + 2 + 3 + 3 + 3 + 4 + 4, 7))).toBe(true);
  });

  it('does not depend on the order of ballots, seats, recusals or vetoes', () => {
    const ballots = fc
      .array(fc.record({ vote: fc.constantFrom(...VOTES), score: fc.integer({ min: 0, max: 5 }) }), {
        maxLength: 10,
      })
      .map((list) => list.map(({ vote, score }, at) => aBallot(aRoll[at]?.seatId ?? '', vote, score)));
    const withOrder = ballots.chain((list) =>
      fc.tuple(
        fc.constant(list),
        fc.shuffledSubarray(list, { minLength: list.length, maxLength: list.length }),
      ),
    );
    const vetoes = [
      { ground: 'V05', state: 'raised' },
      { ground: 'V01', state: 'raised' },
    ] as const;
    fc.assert(
      fc.property(withOrder, ([list, shuffled]) => {
        const one = aTally({ ballots: list, recusals: ['I1', 'P2'], vetoes });
        const other = aTally({
          ballots: shuffled,
          roll: [...aRoll].reverse(),
          recusals: ['P2', 'I1'],
          vetoes: [...vetoes].reverse(),
        });
        expect(recordText(other)).toBe(recordText(one));
      }),
    );
  });

  it('agrees with a sum over all marks written out', () => {
    const scores = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1, maxLength: 10 });
    fc.assert(
      fc.property(scores, (list) => {
        const sorted = [...list].sort((a, b) => a - b);
        const kept = sorted.length >= 5 ? sorted.slice(1, -1) : sorted;
        const mean = Fraction.of(
          kept.reduce((a, b) => a + b, 0),
          kept.length,
        );
        const result = aTally({ ballots: scored(list) });
        expect(result.criteria[0]?.mean?.equals(mean)).toBe(true);
        expect(result.total?.equals(mean.times(20))).toBe(true);
      }),
    );
  });
});

describe('a criterion that does not apply', () => {
  const without = (seatId: string, code: string): CountedBallot => {
    const ballot = aBallot(seatId);
    return {
      ...ballot,
      scores: Object.fromEntries(Object.entries(ballot.scores).filter(([c]) => c !== code)),
      na: [code],
    };
  };

  it('drops out of the mean where only some say so', () => {
    const ballots = aRoll.map(({ seatId }, at) =>
      at < 3 ? without(seatId, 'second') : aBallot(seatId, 'agree', 3),
    );
    const second = aTally({ ballots }).criteria[1];
    expect(second).toMatchObject({ n: 7, na: 3, method: 'trimmed' });
    expect(second?.countedWeight.equals(40)).toBe(true);
  });

  it('drops out altogether where all say so, and the other weights are scaled up', () => {
    const result = aTally({ ballots: aRoll.map(({ seatId }) => without(seatId, 'second')) });
    expect(result.weights).toEqual({ inUse: 60, full: 100 });
    expect(result.criteria[1]).toMatchObject({ n: 0, na: 10, method: 'na', mean: null });
    expect(result.criteria[0]?.countedWeight.equals(100)).toBe(true);
    expect(result.total?.toDecimal(2)).toBe('80.00');
    expect(result.complete).toBe(true);
  });

  it('leaves the counted weights at 100 in sum, however many drop out', () => {
    const weights = [15, 15, 12, 15, 12, 10, 10, 8, 3];
    fc.assert(
      fc.property(
        fc.subarray(
          weights.map((_, at) => `c${at}`),
          { maxLength: 8 },
        ),
        (dropped) => {
          const criteria = weights.map((weight, at) =>
            aCriterion(`c${at}`, weight, ['park', 'support', 'institute', 'enterprise']),
          );
          const kept = criteria.filter(({ code }) => !dropped.includes(code));
          const scores = Object.fromEntries(kept.map(({ code }) => [code, 4]));
          const result = aTally({
            rubric: { ...aRubric, criteria },
            ballots: aRoll.map(({ seatId }) => ({ seatId, vote: 'agree', scores, na: dropped })),
          });
          expect(Fraction.sum(result.criteria.map(({ countedWeight }) => countedWeight)).equals(100)).toBe(
            true,
          );
          expect(result.total?.equals(80)).toBe(true);
        },
      ),
    );
  });

  it('leaves the item incomplete when nothing applies', () => {
    const ballots = aRoll.map(({ seatId }) => ({
      seatId,
      vote: 'agree' as const,
      scores: {},
      na: ['first', 'second'],
    }));
    expect(outcomeCode(aTally({ ballots }))).toBe('borderline:incomplete');
  });
});

describe('an item with a criterion that nobody scored', () => {
  const ballots = aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores: { first: 4 } }));

  it('has no total, for a missing score is not a zero, and goes to the chair', () => {
    const result = aTally({ ballots });
    expect(result).toMatchObject({
      complete: false,
      total: null,
      outcome: 'borderline',
      reasons: ['incomplete'],
    });
  });

  it('can still be rejected by its votes', () => {
    const against = ballots.map((ballot) => ({ ...ballot, vote: 'against' as const }));
    expect(outcomeCode(aTally({ ballots: against }))).toBe('reject:agreeBelowFloor');
  });
});

describe('an item without a quorum', () => {
  const six = votesOf({ agree: 10 }).slice(0, 6);

  it('is void, to be extended, whatever its score', () => {
    expect(outcomeCode(aTally({ ballots: six }))).toBe('void:extend');
    expect(outcomeCode(aTally({ ballots: [] }))).toBe('void:extend');
  });

  it('is void and to be re-opened once the extension is used', () => {
    expect(outcomeCode(aTally({ ballots: six, extensionsUsed: 1 }))).toBe('void:reopen');
  });

  it('is decided by nobody, not even by a veto', () => {
    expect(outcomeCode(aTally({ ballots: six, vetoes: [{ ground: 'V01', state: 'confirmed' }] }))).toBe(
      'void:extend',
    );
  });
});

describe('a veto', () => {
  it('ends the item once confirmed', () => {
    const result = aTally({ vetoes: [{ ground: 'V03', state: 'confirmed' }] });
    expect(outcomeCode(result)).toBe('reject:veto');
    expect(result.vetoes.confirmed).toEqual(['V03']);
  });

  it('keeps an item from admission while it is open', () => {
    expect(outcomeCode(aTally({ vetoes: [{ ground: 'V05', state: 'raised' }] }))).toBe(
      'borderline:vetoUnresolved',
    );
  });

  it('does not lift an item above its rejection', () => {
    const ballots = votesOf({ against: 10 }, 1);
    expect(aTally({ ballots, vetoes: [{ ground: 'V05', state: 'raised' }] }).outcome).toBe('reject');
  });

  it('has no effect once dismissed or withdrawn', () => {
    const vetoes = [
      { ground: 'V05', state: 'dismissed' },
      { ground: 'V06', state: 'withdrawn' },
    ] as const;
    expect(outcomeCode(aTally({ vetoes }))).toBe('admit');
  });
});

describe('ballots that cannot have been valid', () => {
  const one = aBallot('P1');

  it('stop the tally instead of being guessed at', () => {
    const bad =
      (...ballots: CountedBallot[]) =>
      () =>
        aTally({ ballots });
    expect(bad(aBallot('X9'))).toThrow('not on the roll');
    expect(bad(one, one)).toThrow('two ballots');
    expect(bad({ ...one, scores: { first: 6, second: 1 } })).toThrow('outside the scale');
    expect(bad({ ...one, scores: { first: 2.5, second: 1 } })).toThrow('outside the scale');
    expect(bad({ ...one, vote: 'yes' as 'agree' })).toThrow('not a vote');
  });

  it('do not count scores on criteria of another kind', () => {
    const criteria = [
      aCriterion('first', 60, ['park']),
      aCriterion('second', 40, ['park', 'support', 'institute', 'enterprise']),
    ];
    const result = aTally({ rubric: { ...aRubric, criteria } });
    expect(result.criteria[0]).toMatchObject({ n: 2, method: 'plain' });
  });
});
