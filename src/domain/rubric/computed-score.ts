import { exactly, readDecimal } from '../lead/decimals';
import { OBJECTIVE_FIGURES, type ObjectiveFigure, type ObjectiveFigures } from '../lead/objective-figures';
import type { Fraction } from '../shared/fraction';
import { refuse, type Refusal } from '../shared/refusal';
import { sentence, type Sentence } from '../shared/sentence';

/** A figure of the form that a criterion can be scored by. */
export type ComputedInput = ObjectiveFigure;
export const COMPUTED_INPUTS: readonly ComputedInput[] = OBJECTIVE_FIGURES;

/** Reaching `from` exactly counts; where less is better, `from` is the most a figure may be. */
export type ScoreStep = {
  /** Canonical decimal in the unit of the input. */
  readonly from: string;
  readonly score: number;
};

type Scored = { readonly input: ComputedInput; readonly better: 'more' | 'less' };

/**
 * How a criterion scores itself from the form: published, and data of the rubric version. `steps` gives the score of
 * the best step reached, 0 before the first. `linear` runs from 0 at `zeroAt` to 5 at `fullAt` and is rounded half-up
 * to whole scores, since a ballot knows no others.
 */
export type ComputedScore =
  | (Scored & { readonly shape: 'steps'; readonly steps: readonly ScoreStep[] })
  | (Scored & { readonly shape: 'linear'; readonly zeroAt: string; readonly fullAt: string });

/** The score that follows, and what it follows from. */
export interface ComputedResult {
  /** Null when there is no figure: the criterion is then scored by hand like any other. */
  readonly score: number | null;
  /** The figure that was scored, exact: the corrected one where a panelist corrected it. */
  readonly value: Fraction | null;
  /** The figure as the form states it; null where the form lacks it. */
  readonly stated: Fraction | null;
}

const FULL_SCORE = 5;
/** Decimals of a figure as people type it: a threshold, a correction. */
export const FIGURE_PLACES = 4;

/** @param corrected a canonical decimal as `readFigure` gives it, in place of what the form states */
export function computedScore(
  computed: ComputedScore,
  figures: ObjectiveFigures,
  corrected?: string,
): ComputedResult {
  const stated = figures[computed.input];
  const value = corrected === undefined ? stated : exactly(corrected);
  return { score: value === null ? null : scoreOf(computed, value), value, stated };
}

/** A figure as it is typed, canonical; null when it is no number, below 0, or has more than four decimals. */
export function readFigure(text: string): string | null {
  const decimal = readDecimal(text, FIGURE_PLACES);
  return decimal === null || decimal.startsWith('-') ? null : decimal;
}

function scoreOf(computed: ComputedScore, value: Fraction): number {
  if (computed.shape === 'linear') return linearScore(computed, value);
  const reached = computed.steps.filter(({ from }) =>
    computed.better === 'more' ? value.gte(exactly(from)) : exactly(from).gte(value),
  );
  return Math.max(0, ...reached.map(({ score }) => score));
}

/** Both directions alike: how far the value has come on the way from `zeroAt` to `fullAt`. */
function linearScore({ zeroAt, fullAt }: { zeroAt: string; fullAt: string }, value: Fraction): number {
  const start = exactly(zeroAt);
  const way = value.minus(start).over(exactly(fullAt).minus(start));
  if (way.compare(0) <= 0) return 0;
  return way.gte(1) ? FULL_SCORE : Number(way.times(FULL_SCORE).toDecimal(0));
}

/**
 * The formula in one sentence, `computed.<shape>.<better>`. `steps` lists pairs `from:score`, the best first, comma
 * separated; they and the input get their words from `formulaWords`.
 */
export function formulaSentence(computed: ComputedScore): Sentence {
  const { input, better, shape } = computed;
  const key = `computed.${shape}.${better}`;
  if (computed.shape === 'linear')
    return sentence(key, { input, zeroAt: computed.zeroAt, fullAt: computed.fullAt });
  const best = [...computed.steps].sort((one, other) => other.score - one.score);
  return sentence(key, { input, steps: best.map(({ from, score }) => `${from}:${score}`).join(',') });
}

/** Why a formula cannot be published; null when it can. A better figure must never get a lower score. */
export function checkComputed(computed: ComputedScore): Refusal | null {
  if (!COMPUTED_INPUTS.includes(computed.input)) return refuse('formulaInputUnknown');
  const typed =
    computed.shape === 'linear' ? [computed.zeroAt, computed.fullAt] : computed.steps.map(({ from }) => from);
  if (typed.some((text) => readFigure(text) !== text)) return refuse('formulaFigureUnreadable');
  const sign = computed.better === 'more' ? 1 : -1;
  if (computed.shape === 'linear') {
    const rises = exactly(computed.fullAt).compare(exactly(computed.zeroAt));
    return rises === sign ? null : refuse('formulaTurned');
  }
  return checkSteps(computed.steps, sign);
}

function checkSteps(steps: readonly ScoreStep[], sign: 1 | -1): Refusal | null {
  if (steps.length === 0) return refuse('formulaWithoutSteps');
  const scores = steps.map(({ score }) => score);
  if (scores.some((score) => !Number.isSafeInteger(score) || score < 1 || score > FULL_SCORE))
    return refuse('stepScoreOutsideScale');
  if (new Set(scores).size < scores.length) return refuse('stepScoreRepeated');
  const rising = [...steps].sort((one, other) => one.score - other.score);
  const isOrdered = rising.every(
    ({ from }, at) => at === 0 || exactly(from).compare(exactly(rising[at - 1]?.from ?? '0')) === sign,
  );
  return isOrdered ? null : refuse('formulaTurned');
}
