import fc from 'fast-check';
import { assign } from '../../../../src/domain/assignment/assign';
import { fixedPairs, pairKey, type AssignmentProblem } from '../../../../src/domain/assignment/assignment';
import { aProblem, aSeat, anItem, costOf, everyAssignment, perKind, smallProblems } from './an-assignment';

const loads = (problem: AssignmentProblem, pairs = assign(problem).pairs): number[] =>
  problem.seats.map(({ seatId }) => pairs.filter((pair) => pair.seatId === seatId).length);

describe('an assignment', () => {
  it('gives each item its seats of each kind, evenly', () => {
    const problem = aProblem();
    const { pairs, shortages } = assign(problem);
    expect(shortages).toEqual([]);
    expect(pairs).toHaveLength(16);
    expect(loads(problem, pairs)).toEqual([2, 2, 2, 2, 2, 2, 2, 2]);
  });

  it('gives an item to those whose field it is', () => {
    const seats = [
      aSeat('ceramics', 'institute', { expertise: { industries: ['C30'], chains: [] } }),
      aSeat('cars', 'institute', { expertise: { industries: [], chains: ['new-energy-vehicle'] } }),
    ];
    const car = { ...anItem('car'), subject: { industryCode: 'C3612', chain: 'new-energy-vehicle' } };
    const problem = aProblem({
      items: [car, anItem('tile', 1, 'C3071')],
      seats,
      rules: { perKind: { ...perKind(0), institute: 1 }, most: null },
    });
    expect(assign(problem).pairs).toEqual([
      { seatId: 'cars', itemId: 'car' },
      { seatId: 'ceramics', itemId: 'tile' },
    ]);
  });

  it('does not give a specialist more than about twice its even share, of its own field either', () => {
    const specialist = aSeat('a', 'institute', { expertise: { industries: ['C30'], chains: [] } });
    const problem = aProblem({
      items: Array.from({ length: 20 }, (_, at) => anItem(`i${at}`, 1, 'C3071')),
      seats: [specialist, ...['b', 'c', 'd'].map((id) => aSeat(id, 'institute'))],
      rules: { perKind: { ...perKind(0), institute: 1 }, most: null },
    });
    const [own = 0, ...others] = loads(problem);
    expect(own).toBeGreaterThan(5);
    expect(own).toBeLessThanOrEqual(10);
    expect(Math.max(...others) - Math.min(...others)).toBeLessThanOrEqual(1);
  });

  it('spreads the hard items, so that nobody carries all of them', () => {
    const problem = aProblem({
      items: Array.from({ length: 8 }, (_, at) => anItem(`i${at}`, at % 2 === 0 ? 3 : 1)),
      seats: ['a', 'b', 'c', 'd'].map((id) => aSeat(id, 'park')),
      rules: { perKind: { ...perKind(0), park: 1 }, most: null },
    });
    const { pairs } = assign(problem);
    for (const { seatId } of problem.seats) {
      const own = pairs.filter((pair) => pair.seatId === seatId);
      expect(own).toHaveLength(2);
      expect(own.filter(({ itemId }) => Number(itemId.slice(1)) % 2 === 0)).toHaveLength(1);
    }
  });

  it('gives a mandatory seat every item it is not kept from, over the cap, and counts it as one of its kind', () => {
    const seats = [
      aSeat('ecology', 'support', { everyItem: true }),
      ...['a', 'b'].map((id) => aSeat(id, 'support')),
    ];
    const problem = aProblem({
      seats,
      rules: { perKind: { ...perKind(0), support: 2 }, most: 3 },
      forbidden: [{ seatId: 'ecology', itemId: '2' }],
    });
    const { pairs, shortages } = assign(problem);
    expect(shortages).toEqual([]);
    expect(loads(problem, pairs)[0]).toBe(3);
    expect(pairs.filter(({ itemId }) => itemId === '2').map(({ seatId }) => seatId)).toEqual(['a', 'b']);
  });

  it('says which kind is short by how many and for which items when too few seats may judge', () => {
    const problem = aProblem({
      rules: { perKind: { ...perKind(1), support: 2 }, most: null },
      forbidden: [
        { seatId: 'support1', itemId: '2' },
        { seatId: 'support1', itemId: '4' },
        { seatId: 'support2', itemId: '4' },
      ],
    });
    expect(assign(problem).shortages).toEqual([
      {
        kind: 'support',
        because: 'seats',
        wanted: 2,
        missing: 3,
        items: [
          { itemId: '2', missing: 1, eligible: 1 },
          { itemId: '4', missing: 2, eligible: 0 },
        ],
        neededCap: null,
      },
    ]);
  });

  it('says how high the cap would have to be when it is the cap that is in the way', () => {
    const problem = aProblem({ rules: { perKind: { ...perKind(0), park: 1 }, most: 1 } });
    const { pairs, shortages } = assign(problem);
    expect(pairs).toHaveLength(2);
    expect(shortages).toMatchObject([
      { kind: 'park', because: 'cap', missing: 2, neededCap: 2, items: [{ eligible: 2 }, { eligible: 2 }] },
    ]);
  });

  it('keeps to what is forbidden, to the cap and to the number wanted', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const { pairs } = assign(problem);
        const kept = new Set(problem.forbidden.map(pairKey));
        const names = pairs.map(pairKey);
        expect(new Set(names).size).toBe(names.length);
        expect(names.filter((name) => kept.has(name))).toEqual([]);
        loads(problem, pairs).forEach((load, at) => {
          if (!problem.seats[at]?.everyItem)
            expect(load).toBeLessThanOrEqual(problem.rules.most ?? Number.MAX_SAFE_INTEGER);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('fills as many places as can be filled, and costs the least that they can cost: compared with every assignment', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        const { pairs, shortages } = assign(problem);
        const fixed = fixedPairs(problem);
        const all = everyAssignment(problem, fixed);
        const best = all.reduce((most, one) => Math.max(most, one.pairs.length), 0);
        expect(pairs).toHaveLength(best);
        const missing = shortages.reduce((sum, shortage) => sum + shortage.missing, 0);
        expect(missing).toBe(wantedOf(problem) - (best - surplusOf(problem)));
        const alike = profileOf(problem, pairs);
        const least = all
          .filter((one) => profileOf(problem, one.pairs) === alike)
          .reduce((low, one) => Math.min(low, costOf(problem, one.pairs)), Infinity);
        expect(costOf(problem, pairs)).toBe(least);
      }),
      { numRuns: 3000 },
    );
  });

  it('names a cap that is enough, and the one below is not', () => {
    fc.assert(
      fc.property(smallProblems, (problem) => {
        for (const { neededCap, kind } of assign(problem).shortages) {
          if (neededCap === null) continue;
          const isShort = (most: number): boolean =>
            assign({ ...problem, rules: { ...problem.rules, most } }).shortages.some(
              (one) => one.kind === kind && one.because === 'cap',
            );
          expect([isShort(neededCap), isShort(neededCap - 1)]).toEqual([false, true]);
        }
      }),
      { numRuns: 500 },
    );
  });
});

const institutes = ({ seats }: AssignmentProblem) =>
  new Set(seats.flatMap(({ seatId, kind }) => (kind === 'institute' ? [seatId] : [])));

const wantedOf = ({ items, rules }: AssignmentProblem): number => items.length * rules.perKind.institute;

/** Mandatory seats beyond the number wanted fill no place. */
function surplusOf(problem: AssignmentProblem): number {
  const own = institutes(problem);
  return problem.items.reduce((sum, { itemId }) => {
    const fixed = fixedPairs(problem).filter((pair) => pair.itemId === itemId && own.has(pair.seatId)).length;
    return sum + Math.max(0, fixed - problem.rules.perKind.institute);
  }, 0);
}

/** How many seats of each kind each item has: which items are left short is not a matter of cost. */
function profileOf(problem: AssignmentProblem, pairs: readonly { seatId: string; itemId: string }[]): string {
  const own = institutes(problem);
  return problem.items
    .map((item) => {
      const seats = pairs.filter(({ itemId }) => itemId === item.itemId);
      return `${seats.length} ${seats.filter(({ seatId }) => own.has(seatId)).length}`;
    })
    .join();
}
