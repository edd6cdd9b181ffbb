/** The model of `score-scale`: one criterion with its anchors and six targets. Nothing is chosen unless given. */
export interface ScoreScale {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  /** What the lead says on it; `''` for none. */
  readonly basis: string;
  readonly anchors: readonly { readonly score: string; readonly text: string }[];
  readonly options: readonly {
    readonly value: string;
    readonly id: string;
    /** Asks for a reason. */
    readonly edge: boolean;
    readonly checked: boolean;
  }[];
  readonly reason: string;
  readonly naAllowed: boolean;
  readonly na: boolean;
  readonly error: string;
}

export interface ScoreScaleInput {
  readonly code: string;
  readonly name: string;
  readonly weight: string;
  readonly basis?: string;
  readonly anchors: readonly { readonly score: number; readonly text: string }[];
  readonly chosen: number | null;
  readonly reason?: string;
  /** Scores that ask for a reason; 0, 1 and 5 when left out. */
  readonly reasonFor?: readonly number[];
  readonly naAllowed?: boolean;
  readonly na?: boolean;
  readonly error?: string;
}

const SCORES = [0, 1, 2, 3, 4, 5];
const USUAL_REASONS: readonly number[] = [0, 1, 5];

export function scoreScale(input: ScoreScaleInput): ScoreScale {
  return {
    code: input.code,
    name: input.name,
    weight: input.weight,
    basis: input.basis ?? '',
    anchors: input.anchors.map(({ score, text }) => ({ score: String(score), text })),
    options: SCORES.map((score) => ({
      value: String(score),
      id: `score-${input.code}-${score}`,
      edge: (input.reasonFor ?? USUAL_REASONS).includes(score),
      checked: score === input.chosen,
    })),
    reason: input.reason ?? '',
    naAllowed: input.naAllowed ?? false,
    na: input.na ?? false,
    error: input.error ?? '',
  };
}

/** The model of `vote`. Nothing is chosen unless given. */
export interface Vote {
  readonly legend: string;
  readonly error: string;
  readonly options: readonly {
    readonly value: string;
    readonly id: string;
    readonly label: string;
    readonly note: string;
    readonly checked: boolean;
  }[];
}

export function vote(
  legend: string,
  options: readonly { readonly value: string; readonly label: string; readonly note?: string }[],
  chosen: string | null,
  error = '',
): Vote {
  return {
    legend,
    error,
    options: options.map(({ value, label, note = '' }) => ({
      value,
      id: `vote-${value}`,
      label,
      note,
      checked: value === chosen,
    })),
  };
}
