import fc from 'fast-check';
import { additiveFit, type Observation } from '../../../../src/domain/insight/additive-fit';
import { adjustedRanks } from '../../../../src/domain/insight/adjusted-ranks';
import { severity, type JudgedItem } from '../../../../src/domain/insight/severity';
import { aBallot, anItem, aRoll } from '../tally/a-tally';

/** Shrout and Fleiss, "Intraclass correlations" (1979), table 2: six targets, four judges. */
const shroutFleiss = [
  [9, 2, 5, 8],
  [6, 1, 3, 2],
  [8, 4, 6, 8],
  [7, 1, 2, 6],
  [10, 5, 6, 9],
  [6, 2, 4, 7],
];

const marksOf = (table: readonly (readonly (number | null)[])[]): Observation[] =>
  table.flatMap((row, cell) =>
    row.flatMap((score, judge) =>
      score === null ? [] : [{ cell: `c${cell}`, reviewer: `j${judge}`, score }],
    ),
  );

describe('an additive fit', () => {
  it('gives the published analysis of variance of Shrout and Fleiss', () => {
    const fit = additiveFit(marksOf(shroutFleiss));
    // Mean squares 1.02 within and 32.49 between judges: (32.49 − 1.02) ÷ 6.
    expect(fit?.within).toBeCloseTo(1.0194, 3);
    expect(fit?.between).toBeCloseTo((32.4861 - 1.0194) / 6, 3);
    expect(fit?.observations).toBe(24);
  });

  it("draws each judge's mean towards zero by how little is known of it", () => {
    const fit = additiveFit(marksOf(shroutFleiss));
    // Column means less the grand mean are 2.375, -2.792, -0.958 and 1.375; each drawn in by 6 ÷ (6 + λ).
    const lambda = 1.0194 / 5.2444;
    const raw = [7.6667, 2.5, 4.3333, 6.6667].map((mean) => mean - 5.2917);
    fit?.effects.forEach(({ effect, n }, at) => {
      expect(effect).toBeCloseTo(((raw[at] ?? 0) * 6) / (6 + lambda), 2);
      expect(n).toBe(6);
    });
  });

  it('has the errors of the full mixed model equations', () => {
    // Solved here the long way: cells and judges in one system, without sweeping anything out. What moves all four
    // judges alike has the variance between ÷ 4, and is no difference among them.
    const table = [
      [3, 4, null, 2],
      [5, null, 4, 3],
      [2, 2, 3, null],
      [4, 5, 5, 3],
      [null, 1, 2, 0],
    ];
    const fit = additiveFit(marksOf(table));
    if (fit === null) throw new Error('no fit');
    const lambda = fit.within / fit.between;
    const size = table.length + 4;
    const system = Array.from({ length: size }, () => new Array<number>(size).fill(0));
    const add = (i: number, j: number, value: number): void => {
      const row = system[i];
      if (row) row[j] = (row[j] ?? 0) + value;
    };
    table.forEach((row, cell) => {
      row.forEach((score, judge) => {
        if (score === null) return;
        const [c, j] = [cell, table.length + judge];
        add(c, c, 1);
        add(j, j, 1);
        add(c, j, 1);
        add(j, c, 1);
      });
    });
    for (let judge = 0; judge < 4; judge += 1) add(table.length + judge, table.length + judge, lambda);
    const inverse = inverted(system);
    fit.effects.forEach(({ error }, judge) => {
      const at = table.length + judge;
      expect(error).toBeCloseTo(Math.sqrt(fit.within * (inverse[at]?.[at] ?? 0) - fit.between / 4), 9);
    });
  });

  it('finds nothing where nobody can be compared', () => {
    expect(additiveFit([])).toBeNull();
    expect(
      additiveFit(
        marksOf([
          [3, null],
          [null, 4],
        ]),
      ),
    ).toBeNull();
  });

  it('finds no leaning where all marks agree, and says so with zeros', () => {
    const fit = additiveFit(
      marksOf([
        [3, 3, 3],
        [5, 5, 5],
        [1, 1, 1],
      ]),
    );
    expect(fit?.effects.map(({ effect, error }) => [effect, error])).toEqual([
      [0, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  it('does not depend on the order of the marks', () => {
    const marks = fc.array(
      fc.array(fc.option(fc.integer({ min: 0, max: 5 })), { minLength: 4, maxLength: 4 }),
      {
        minLength: 4,
        maxLength: 8,
      },
    );
    fc.assert(
      fc.property(marks, (table) => {
        const observations = marksOf(table);
        expect(additiveFit([...observations].reverse())).toEqual(additiveFit(observations));
      }),
    );
  });
});

describe('the severity of reviewers', () => {
  const chanceOf = (seed: number) => {
    let state = seed;
    return (): number => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state / 4_294_967_296;
    };
  };
  const reviewerOf = new Map(aRoll.map(({ seatId }) => [seatId, `seat ${seatId}`]));
  /** Items of which each has a worth of its own, seats that lean as told, and noise. */
  const judged = (count: number, lean: Readonly<Record<string, number>>, seed = 7): JudgedItem[] => {
    const chance = chanceOf(seed);
    return Array.from({ length: count }, (_, at) => {
      const worth = 1.5 + 2.5 * chance();
      const ballots = aRoll.map(({ seatId }) => {
        const mark = (): number =>
          Math.min(5, Math.max(0, Math.round(worth + (lean[seatId] ?? 0) + 1.6 * (chance() - 0.5))));
        return { ...aBallot(seatId), scores: { first: mark(), second: mark() } };
      });
      return { itemId: `item ${at}`, input: anItem({ ballots }), reviewerOf };
    });
  };

  it('finds who is strict and who is generous, and how surely', () => {
    const found = severity(judged(30, { D1: -1, E2: 1 }));
    const [strictest] = found?.reviewers ?? [];
    const mildest = found?.reviewers.at(-1);
    expect([strictest?.reviewer, mildest?.reviewer]).toEqual(['seat D1', 'seat E2']);
    expect(strictest?.clear && mildest?.clear).toBe(true);
    expect(strictest?.effect).toBeLessThan(-0.6);
    expect(strictest?.marks).toBe(60);
    expect(found?.between).toBeGreaterThan(0.2);
  });

  it('is unsure after few items, and accuses nobody without cause', () => {
    const few = severity(judged(2, { D1: -1, E2: 1 }));
    const many = severity(judged(30, { D1: -1, E2: 1 }));
    const errorOf = (found: typeof few): number =>
      found?.reviewers.find(({ reviewer }) => reviewer === 'seat D1')?.error ?? 0;
    expect(errorOf(few)).toBeGreaterThan(2 * errorOf(many));
    let accused = 0;
    for (let seed = 1; seed <= 40; seed += 1)
      accused += severity(judged(8, {}, seed))?.reviewers.filter(({ clear }) => clear).length ?? 0;
    // 400 innocent seats; intervals of 95 % without shrinking would leave zero out for some 20 of them.
    expect(accused).toBeLessThan(10);
  });

  it('covers the truth about as often as it says', () => {
    const chance = chanceOf(99);
    let covered = 0;
    for (let run = 0; run < 60; run += 1) {
      const lean = Object.fromEntries(aRoll.map(({ seatId }) => [seatId, 1.2 * (chance() - 0.5)]));
      const centre = Object.values(lean).reduce((a, b) => a + b, 0) / aRoll.length;
      for (const { reviewer, from, to } of severity(judged(8, lean, run + 1))?.reviewers ?? []) {
        const truth = (lean[reviewer.slice(5)] ?? 0) - centre;
        if (from <= truth && truth <= to) covered += 1;
      }
    }
    expect(covered / 600).toBeGreaterThan(0.9);
  });

  it('compares only marks for the same criterion of the same item', () => {
    // Two seats that never scored the same thing: one saw a good item, the other a bad one.
    const one = { itemId: 'a', input: anItem({ ballots: [aBallot('P1', 'agree', 5)] }), reviewerOf };
    const other = { itemId: 'b', input: anItem({ ballots: [aBallot('P2', 'agree', 1)] }), reviewerOf };
    expect(severity([one, other])).toBeNull();
  });
});

describe('ranks without the leaning of reviewers', () => {
  const reviewerOf = new Map(aRoll.map(({ seatId }) => [seatId, seatId]));
  const item = (itemId: string, score: (seatId: string) => number): JudgedItem => ({
    itemId,
    reviewerOf,
    input: anItem({ ballots: aRoll.map(({ seatId }) => aBallot(seatId, 'agree', score(seatId))) }),
  });

  it('are the ranks as they are where nobody leans', () => {
    const items = [item('a', () => 4), item('b', () => 5), item('c', () => 4)];
    const found = adjustedRanks(items, new Map());
    expect(found.map(({ rank, adjustedRank }) => [rank, adjustedRank])).toEqual([
      [2, 2],
      [1, 1],
      [2, 2],
    ]);
    expect(found.map(({ total, adjusted }) => adjusted?.equals(total ?? 0))).toEqual([true, true, true]);
  });

  it('say where a decision hangs on who judged, and keep the votes', () => {
    // Three of ten lean by two steps: 68 as given, 72 without the leaning.
    const lean = new Map([
      ['P1', -2],
      ['P2', -2],
      ['D1', -2],
    ]);
    const marks = (seatId: string): number => (lean.has(seatId) ? 2 : 4);
    const [found] = adjustedRanks([item('a', marks)], lean);
    expect(found?.total?.toDecimal(2)).toBe('70.00');
    expect(found?.adjusted?.toDecimal(2)).toBe('80.00');
    const stricter = item('b', (seatId) => (lean.has(seatId) ? 2 : 3));
    const [flipped] = adjustedRanks([stricter], new Map([...lean].map(([seat]) => [seat, -9])));
    expect([flipped?.outcome, flipped?.adjustedOutcome]).toEqual(['reject', 'admit']);
  });

  it('are none for an item without a quorum', () => {
    const none = { ...item('a', () => 4), input: anItem({ ballots: [] }) };
    expect(adjustedRanks([none], new Map())).toMatchObject([
      { rank: null, adjustedRank: null, outcome: 'void', adjustedOutcome: 'void' },
    ]);
  });
});

function inverted(matrix: readonly (readonly number[])[]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, at) => [...row, ...matrix.map((_, other) => (other === at ? 1 : 0))]);
  for (let pivot = 0; pivot < size; pivot += 1) {
    const best = rows.findIndex(
      (row, at) =>
        at >= pivot &&
        rows.slice(pivot).every((other) => Math.abs(other[pivot] ?? 0) <= Math.abs(row[pivot] ?? 0)),
    );
    const [one, other] = [rows[pivot] ?? [], rows[best] ?? []];
    [rows[pivot], rows[best]] = [other, one];
    const lead = other[pivot] ?? 1;
    const scaled = other.map((value) => value / lead);
    rows.forEach((row, at) => {
      rows[at] = at === pivot ? scaled : row.map((value, k) => value - (row[pivot] ?? 0) * (scaled[k] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}
