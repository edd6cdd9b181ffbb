import type { Fraction } from '../domain/shared/fraction';
import type { Words } from '../words/words';

/** The model of `results/_spread`: one dot for each ballot on a line, the item's score as a stroke across it. */
export interface Spread {
  readonly label: string;
  readonly from: string;
  readonly limits: readonly { readonly x: string; readonly label: string; readonly path: string }[];
  readonly dots: readonly { readonly x: string; readonly y: string }[];
  /** A path, or '' where there is no score. */
  readonly mean: string;
}

/** Drawing measures: the axis runs from 10 to 226 in a box of 236 × 42. */
const left = 10;
const width = 216;
const floorY = 20;
const levelHeight = 6;
const levels = 3;
const dotWidth = 9;

/** Where the axis begins on this page: at 40, or lower where a ballot lies lower, so that all rows can be compared. */
export function axisStart(scores: readonly Fraction[]): number {
  const lowest = scores.reduce((low, score) => Math.min(low, Math.floor(approximate(score) / 10) * 10), 40);
  return Math.max(0, lowest);
}

/** Dots from low to high, stacked where they would cover one another. */
export function spread(
  facts: {
    readonly ballots: readonly Fraction[];
    readonly total: Fraction | null;
    readonly axisFrom: number;
    readonly floor: number;
    readonly passMark: number;
  },
  words: Words,
): Spread {
  const { total, axisFrom, floor, passMark } = facts;
  const ballots = [...facts.ballots].sort((a, b) => a.compare(b));
  const x = (value: number): number => left + ((value - axisFrom) * width) / (100 - axisFrom);
  const mean = total === null ? '' : `M${coordinate(x(approximate(total)))} 3V31`;
  return {
    label: spreadLabel(ballots, total, words),
    from: String(axisFrom),
    limits: [floor, passMark].map((mark) => ({
      x: coordinate(x(mark)),
      label: String(mark),
      path: `M${coordinate(x(mark))} 2V27`,
    })),
    dots: stacked(ballots.map((score) => x(approximate(score)))),
    mean,
  };
}

function spreadLabel(ballots: readonly Fraction[], total: Fraction | null, words: Words): string {
  const [lowest, highest] = [ballots[0], ballots.at(-1)];
  const score = total?.toDecimal(2) ?? words.t('results.score.none');
  if (lowest === undefined || highest === undefined) return words.t('results.spread.empty', { score });
  return words.t('results.spread.label', {
    count: ballots.length,
    lowest: lowest.toDecimal(1),
    highest: highest.toDecimal(1),
    score,
  });
}

function stacked(xs: readonly number[]): { x: string; y: string }[] {
  const last = new Array<number>(levels).fill(Number.NEGATIVE_INFINITY);
  return xs.map((x) => {
    const free = last.findIndex((taken) => x - taken >= dotWidth);
    const level = free >= 0 ? free : last.indexOf(Math.min(...last));
    last[level] = x;
    return { x: coordinate(x), y: String(floorY - level * levelHeight) };
  });
}

const coordinate = (value: number): string => value.toFixed(1);
const approximate = (score: Fraction): number => Number(score.toDecimal(3));
