import fc from 'fast-check';
import { robustness } from '../../../../src/domain/insight/robustness';
import { fragility } from '../../../../src/domain/insight/fragility';
import { judge, standingOf } from '../../../../src/domain/insight/standing';
import { countedBallots, silentSeats, without } from '../../../../src/domain/insight/varied-ballots';
import { criteriaFor } from '../../../../src/domain/rubric/rubric-content';
import { Fraction } from '../../../../src/domain/shared/fraction';
import { tallyItem } from '../../../../src/domain/tally/tally';
import type { CountedBallot, Outcome, TallyInput } from '../../../../src/domain/tally/tally-result';
import { aBallot, anItem, aRoll, votesOf } from '../tally/a-tally';
import { mixedRubric, noQuorumNeeded, someItem } from './items';

const shown = (total: Fraction | null): string => total?.toDecimal(2) ?? '—';
const lax = (input: TallyInput): TallyInput => ({ ...input, rules: noQuorumNeeded });

/** All ten seats: nine agree, with marks of 4 and 5. */
const clear = anItem({ ballots: votesOf({ agree: 9, supplement: 1 }, 4) });
/** Nine seats, six of which agree: exactly two thirds. */
const exact = anItem({ ballots: votesOf({ agree: 6, against: 3 }), recusals: ['E2'] });

describe('the robustness of an outcome', () => {
  it('is none where nothing was decided', () => {
    expect(robustness(anItem({ ballots: [] }))).toBeNull();
  });

  it('holds whoever stays away, when nine of ten agree', () => {
    const found = robustness(clear);
    expect(found?.ballots).toMatchObject({ tried: 10, agree: { agree: 8, cast: 9 }, flips: [] });
    expect(found && fragility(found)).toMatchObject({
      rests: 'solid',
      says: { key: 'insight.robust.solid' },
      because: null,
    });
  });

  it('rests on one ballot at exactly two thirds, whichever of the six that is', () => {
    const found = robustness(exact);
    expect(found?.ballots.flips).toEqual([{ vote: 'agree', n: 6, to: 'borderline' }]);
    expect(found && fragility(found)).toMatchObject({
      rests: 'ballot',
      because: { args: { vote: 'agree', outcome: 'borderline', n: 6 } },
    });
  });

  it('counts from below as well: one ballot against, and the panel would have admitted', () => {
    const found = robustness(anItem({ ballots: votesOf({ agree: 6, supplement: 4 }) }));
    expect(found?.base.outcome).toBe('borderline');
    expect(found?.ballots.flips).toEqual([{ vote: 'supplement', n: 4, to: 'admit' }]);
  });

  it('names the weight that carries the pass mark', () => {
    const scores = { first: 4, second: 3 };
    const at70 = aRoll.map(({ seatId }) => ({ ...aBallot(seatId), scores }));
    const tight = anItem({
      ballots: at70,
      rules: { ...clear.rules, score: { ...clear.rules.score, passMark: 72 } },
    });
    const found = robustness(tight);
    expect(shown(found?.base.total ?? null)).toBe('72.00');
    expect(found?.weights.flips).toEqual([
      { criterion: 'first', change: 'less', to: 'borderline' },
      { criterion: 'second', change: 'more', to: 'borderline' },
    ]);
    // 54 and 40: (54 × 4 + 40 × 3) × 20 ÷ 94; 60 and 36: (60 × 4 + 36 × 3) × 20 ÷ 96.
    expect(found?.weights.lowest?.equals(Fraction.of(336 * 20, 94))).toBe(true);
    expect(found?.weights.highest?.equals(Fraction.of(348 * 20, 96))).toBe(true);
    expect(found && fragility(found).rests).toBe('weights');
  });

  it('says what the seats that did not vote could have done', () => {
    const eight = votesOf({ agree: 6, against: 1, abstain: 1 });
    const found = robustness(anItem({ ballots: eight, rules: noQuorumNeeded }));
    expect(found?.missing).toMatchObject({
      seats: 2,
      best: { outcome: 'admit', agree: 8, cast: 10 },
      worst: { outcome: 'borderline', agree: 6, cast: 10 },
      flips: ['borderline'],
    });
    expect(found && fragility(found).rests).toBe('missing');
  });

  it('drops one more mark at each end', () => {
    const marks = [0, 2, 3, 3, 3, 3, 4, 4, 5, 5];
    const ballots = marks.map((score, at) => aBallot(aRoll[at]?.seatId ?? '', 'agree', score));
    const found = robustness(anItem({ ballots }));
    expect(found?.extremes.total?.equals(Fraction.of(20 * (3 + 3 + 3 + 3 + 4 + 4), 6))).toBe(true);
  });

  it('keeps to a veto, whatever the ballots say', () => {
    const found = robustness(anItem({ vetoes: [{ ground: 'V01', state: 'confirmed' }] }));
    expect(found && fragility(found).rests).toBe('solid');
  });

  it('counts apart the ballots that carry the quorum', () => {
    // Each of the four departments with a duty is the only one with it.
    expect(robustness(clear)?.quorumRestsOn).toBe(4);
  });
});

describe('robustness, against the tally itself', () => {
  const run = (property: (input: TallyInput) => void): void =>
    fc.assert(fc.property(someItem(), property), { numRuns: 300 });

  it('judges an item unvaried as the tally does', () => {
    run((input) => {
      const result = tallyItem(lax(input));
      const verdict = judge(standingOf(input), input);
      expect([verdict.outcome, verdict.total?.toJSON(), verdict.agree, verdict.cast]).toEqual([
        result.outcome === 'void' ? 'reject' : result.outcome,
        result.total?.toJSON(),
        result.votes.agree,
        result.quorum.cast,
      ]);
    });
  });

  it('leaves a ballot out as if it had never been cast', () => {
    run((input) => {
      const standing = standingOf(input);
      for (const ballot of countedBallots(input)) {
        const rest = input.ballots.filter(({ seatId }) => seatId !== ballot.seatId);
        if (rest.length === 0) continue;
        const result = tallyItem({ ...lax(input), ballots: rest });
        const verdict = judge(without(standing, ballot, input), input);
        expect([verdict.total?.toJSON(), verdict.cast]).toEqual([result.total?.toJSON(), result.quorum.cast]);
        if (result.quorum.cast > 0) expect(verdict.outcome).toBe(result.outcome);
      }
    });
  });

  it('finds exactly the ballots without which the tally decides otherwise', () => {
    run((input) => {
      const found = robustness(input);
      if (found === null) return;
      const outcomes = countedBallots(input).map(
        ({ seatId }) =>
          tallyItem({ ...lax(input), ballots: input.ballots.filter((one) => one.seatId !== seatId) }).outcome,
      );
      const turned = outcomes.filter((outcome) => outcome !== found.base.outcome).length;
      expect(found.ballots.flips.reduce((sum, { n }) => sum + n, 0)).toBe(turned);
    });
  });

  it('moves weights as a rubric with those weights would', () => {
    run((input) => {
      const found = robustness(input);
      if (found === null || found.base.total === null) return;
      const totals = input.rubric.criteria.flatMap((_, at) =>
        [11, 9].map((tenths) => {
          const criteria = input.rubric.criteria.map((criterion, place) => ({
            ...criterion,
            weight: criterion.weight * (place === at ? tenths : 10),
          }));
          const full = criteria.reduce((sum, { weight }) => sum + weight, 0);
          const result = tallyItem({ ...lax(input), rubric: { ...input.rubric, criteria } });
          return (result.total ?? Fraction.zero).times(100).over(full);
        }),
      );
      const sorted = totals.sort((a, b) => a.compare(b));
      expect(found.weights.lowest?.toJSON()).toBe(sorted[0]?.toJSON());
      expect(found.weights.highest?.toJSON()).toBe(sorted.at(-1)?.toJSON());
    });
  });

  it('lies between what the silent seats could have made of it', () => {
    const rank: Record<Outcome, number> = { void: 0, reject: 0, borderline: 1, admit: 2 };
    const voteFor = (input: TallyInput, choice: readonly number[]): CountedBallot[] =>
      silentSeats(input).map(({ seatId, kind }, at) => {
        const pick = choice[at % choice.length] ?? 0;
        const score = pick % 6;
        const scores = Object.fromEntries(criteriaFor(mixedRubric, kind).map(({ code }) => [code, score]));
        return { seatId, vote: pick > 5 ? 'agree' : 'against', scores, na: [] };
      });
    fc.assert(
      fc.property(
        someItem(),
        fc.array(fc.integer({ min: 0, max: 11 }), { minLength: 3 }),
        (input, choice) => {
          const found = robustness(input);
          if (found === null) return;
          const full = tallyItem({ ...lax(input), ballots: [...input.ballots, ...voteFor(input, choice)] });
          expect(rank[full.outcome]).toBeGreaterThanOrEqual(rank[found.missing.worst.outcome]);
          expect(rank[full.outcome]).toBeLessThanOrEqual(rank[found.missing.best.outcome]);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('does not depend on the order of the ballots', () => {
    run((input) => {
      const turned = robustness({
        ...input,
        ballots: [...input.ballots].reverse(),
        roll: [...input.roll].reverse(),
      });
      expect(JSON.stringify(turned)).toBe(JSON.stringify(robustness(input)));
    });
  });
});
