import { factorise } from './cholesky';

/** One mark: for which cell (a criterion of an item) and by whom. */
export interface Observation {
  readonly cell: string;
  readonly reviewer: string;
  readonly score: number;
}

export interface AdditiveFit {
  readonly effects: readonly {
    readonly reviewer: string;
    /** Marks in cells that somebody else scored too. */
    readonly n: number;
    readonly effect: number;
    readonly error: number;
  }[];
  /** Variances: between reviewers, and what is left. */
  readonly between: number;
  readonly within: number;
  readonly observations: number;
}

/**
 * Two-way additive model, score = cell + reviewer + rest: cells fixed, reviewers random with mean zero. Cells are swept
 * out first, which leaves one equation for each reviewer. The variances come from Henderson's method III (observed and
 * expected sums of squares); then (A + λI) b = r with λ = within ÷ between gives the shrunken effects, and within ×
 * (A + λI)⁻¹ their error variance, from which the part is taken that moves all reviewers alike: effects are those
 * against the mean of the reviewers at hand. See Searle, Casella, McCulloch, Variance Components, chapters 5 and 7.
 *
 * Null with fewer than two reviewers who share a cell, or without a degree of freedom left for the rest.
 */
export function additiveFit(all: readonly Observation[]): AdditiveFit | null {
  const cells = sharedCells(all);
  const reviewers = [...new Set(cells.flat().map(({ reviewer }) => reviewer))].sort();
  if (reviewers.length < 2) return null;
  const { a, r, counts, squares, observations } = sweep(cells, reviewers);
  const components = connected(cells, reviewers);
  const rank = reviewers.length - components;
  const free = observations - cells.length - rank;
  if (free <= 0) return null;
  const fixed = leastSquares(a, r);
  const explained = fixed.reduce((sum, b, at) => sum + b * (r[at] ?? 0), 0);
  const within = Math.max(0, squares - explained) / free;
  const trace = a.reduce((sum, row, at) => sum + (row[at] ?? 0), 0);
  const between = Math.max(0, (explained - rank * within) / trace);
  const shrunken = shrink(a, r, { within, between });
  return {
    effects: reviewers.map((reviewer, at) => ({
      reviewer,
      n: counts[at] ?? 0,
      effect: shrunken.effects[at] ?? 0,
      error: shrunken.errors[at] ?? 0,
    })),
    between,
    within,
    observations,
  };
}

/** Marks cell by cell, in an order of their own, so that the order in which they came changes no digit. */
function sharedCells(all: readonly Observation[]): Observation[][] {
  const byCell = new Map<string, Observation[]>();
  for (const one of all) {
    const cell = byCell.get(one.cell);
    if (cell === undefined) byCell.set(one.cell, [one]);
    else cell.push(one);
  }
  return [...byCell.entries()]
    .filter(([, cell]) => cell.length > 1)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, cell]) => cell.sort((x, y) => (x.reviewer < y.reviewer ? -1 : 1)));
}

interface Equations {
  readonly a: readonly (readonly number[])[];
  readonly r: readonly number[];
  readonly counts: readonly number[];
  /** Within cells. */
  readonly squares: number;
  readonly observations: number;
}

function sweep(cells: readonly (readonly Observation[])[], reviewers: readonly string[]): Equations {
  const place = new Map(reviewers.map((reviewer, at) => [reviewer, at]));
  const size = reviewers.length;
  const a = reviewers.map(() => new Float64Array(size));
  const r = new Float64Array(size);
  const counts = new Array<number>(size).fill(0);
  let squares = 0;
  let observations = 0;
  for (const cell of cells) {
    const places = cell.map(({ reviewer }) => place.get(reviewer) ?? 0);
    const mean = cell.reduce((sum, { score }) => sum + score, 0) / cell.length;
    const share = 1 / cell.length;
    observations += cell.length;
    cell.forEach(({ score }, one) => {
      const at = places[one] ?? 0;
      const row = a[at];
      if (row === undefined) return;
      const apart = score - mean;
      squares += apart * apart;
      r[at] = (r[at] ?? 0) + apart;
      counts[at] = (counts[at] ?? 0) + 1;
      row[at] = (row[at] ?? 0) + 1;
      for (const other of places) row[other] = (row[other] ?? 0) - share;
    });
  }
  return { a: a.map((row) => Array.from(row)), r: Array.from(r), counts, squares, observations };
}

/** Groups of reviewers that are linked through shared cells: only within one can they be compared. */
function connected(cells: readonly (readonly Observation[])[], reviewers: readonly string[]): number {
  const parent = new Map(reviewers.map((reviewer) => [reviewer, reviewer]));
  const root = (of: string): string => {
    let at = of;
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up;
    return at;
  };
  for (const [first, ...others] of cells)
    for (const other of others)
      if (first !== undefined) parent.set(root(other.reviewer), root(first.reviewer));
  return reviewers.filter((reviewer) => root(reviewer) === reviewer).length;
}

/** A solution of A b = r; A is singular by one for each group, so a touch of ridge takes any of the equal solutions. */
function leastSquares(a: Equations['a'], r: Equations['r']): number[] {
  const ridge = 1e-9 * Math.max(1, ...a.map((row, at) => row[at] ?? 0));
  return factorise(a, ridge).solve(r);
}

function shrink(
  a: Equations['a'],
  r: Equations['r'],
  { within, between }: { within: number; between: number },
): { effects: number[]; errors: number[] } {
  const none = { effects: r.map(() => 0), errors: r.map(() => 0) };
  if (between === 0) return none;
  if (within === 0) return { effects: leastSquares(a, r), errors: none.errors };
  const system = factorise(a, within / between);
  return {
    effects: system.solve(r),
    errors: system
      .inverseDiagonal()
      .map((value) => Math.sqrt(Math.max(0, within * value - between / a.length))),
  };
}
