import { isVote, type Vote } from '../domain/ballot/ballot';
import type { VetoState } from '../domain/ballot/veto';
import { isSeatFunction, PANEL_KINDS, type PanelKind } from '../domain/rubric/panel-kind';
import { NO_FIGURES } from '../domain/lead/objective-figures';
import { computedScore, readFigure } from '../domain/rubric/computed-score';
import { formulaFor, type AppliedFormula } from '../domain/rubric/formulas';
import { criteriaFor, type Criterion, type RubricContent } from '../domain/rubric/rubric-content';
import type { RuleSet } from '../domain/rubric/rule-set';
import type { CountedBallot, TallyInput } from '../domain/tally/tally-result';
import { typedText } from '../http/forms';

type Body = Readonly<Record<string, unknown>>;

/** A row of the grid: what stands in its boxes. */
export interface TrialSeat {
  readonly id: string;
  readonly kind: PanelKind;
  readonly duty: string;
  /** '' for a seat that has not cast, `recused`, or a vote. */
  readonly vote: string;
  readonly scores: Readonly<Record<string, string>>;
}

/** Ballots on trial, as typed. */
export interface TypedTrial {
  readonly counts: Readonly<Record<PanelKind, string>>;
  readonly extensions: string;
  /** On what the project stands: decides which formula of a criterion scores it. */
  readonly site: string;
  /** By criterion that scores itself: the figure of the form; '' where its scores are typed. */
  readonly figures: Readonly<Record<string, string>>;
  readonly seats: readonly TrialSeat[];
  /** By the code of the ground: '' for none, else its state. */
  readonly vetoes: Readonly<Record<string, string>>;
}

export const TRIAL_SITES = ['land', 'lease', 'both'] as const;
export const mostSeatsOfAKind = 12;
export const TRIAL_VETOES: readonly VetoState[] = ['raised', 'confirmed', 'dismissed'];
/** In a box of the grid: the criterion does not apply. */
export const doesNotApply = '-';

const usual: Readonly<Record<PanelKind, string>> = {
  park: '2',
  support: '4',
  institute: '2',
  enterprise: '2',
};

/** The grid that a page sent; rows beyond the number asked for are dropped, missing ones are empty. */
export function typedTrial(body: Body, rubric: RubricContent, rules: RuleSet): TypedTrial {
  const [counts, votes, duties] = [group(body, 'counts'), group(body, 'votes'), group(body, 'duties')];
  const [scores, vetoes] = [group(body, 'scores'), group(body, 'vetoes')];
  const figures = group(body, 'figures');
  const fresh = !('counts' in body);
  const numbers = Object.fromEntries(
    PANEL_KINDS.map((kind) => [kind, fresh ? usual[kind] : short(counts, kind)]),
  ) as Record<PanelKind, string>;
  const seats = PANEL_KINDS.flatMap((kind) =>
    Array.from({ length: seatsOf(numbers[kind]) ?? 0 }, (_, at): TrialSeat => {
      const id = `${kind}-${at + 1}`;
      const given = group(scores, id);
      const duty = kind === 'support' ? (rules.quorum.mandatoryFunctions[at] ?? '') : '';
      return {
        id,
        kind,
        duty: id in duties ? short(duties, id) : duty,
        vote: short(votes, id),
        scores: Object.fromEntries(criteriaFor(rubric, kind).map(({ code }) => [code, short(given, code)])),
      };
    }),
  );
  return {
    counts: numbers,
    extensions: fresh ? '0' : short(body, 'extensions'),
    site: TRIAL_SITES.find((known) => known === short(body, 'site')) ?? 'land',
    figures: Object.fromEntries(
      rubric.criteria
        .filter(({ computed }) => computed !== undefined)
        .map(({ code }) => [code, short(figures, code)]),
    ),
    seats,
    vetoes: Object.fromEntries(rubric.vetoGrounds.map(({ code }) => [code, short(vetoes, code)])),
  };
}

/** Every empty box gets this score, every seat without a vote agrees: a start for trying small differences. */
export function filled(typed: TypedTrial, score: string): TypedTrial {
  const seats = typed.seats.map((seat) =>
    seat.vote === 'recused'
      ? seat
      : {
          ...seat,
          vote: seat.vote || 'agree',
          scores: Object.fromEntries(
            Object.entries(seat.scores).map(([code, given]) => [code, given === '' ? score : given]),
          ),
        },
  );
  return { ...typed, seats };
}

/** What a figure typed for a criterion comes to by the formula for the project; null where none is typed or readable. */
export function triedFormula(
  typed: Pick<TypedTrial, 'site' | 'figures'>,
  criterion: Criterion,
): { readonly applied: AppliedFormula; readonly score: number | null } | null {
  const site = TRIAL_SITES.find((known) => known === typed.site) ?? 'land';
  const applied = formulaFor(criterion, { site });
  if (applied === null) return null;
  const figure = readFigure(typed.figures[criterion.code] ?? '');
  return {
    applied,
    score: figure === null ? null : computedScore(applied.formula, NO_FIGURES, figure).score,
  };
}

/** Every voting seat that has typed no mark of its own gets the score that follows from the figure. */
export function scoredByFigures(typed: TypedTrial, rubric: RubricContent): TypedTrial {
  const scores = new Map(
    rubric.criteria.flatMap((criterion): [string, string][] => {
      const score = triedFormula(typed, criterion)?.score ?? null;
      return score === null ? [] : [[criterion.code, String(score)]];
    }),
  );
  const seats = typed.seats.map((seat) => ({
    ...seat,
    scores: Object.fromEntries(
      Object.entries(seat.scores).map(([code, given]) => [
        code,
        given === '' && isVote(seat.vote) ? (scores.get(code) ?? '') : given,
      ]),
    ),
  }));
  return { ...typed, seats };
}

/** What the grid comes to as the tally takes it, or what is wrong with it, by control. */
export function readTrial(
  typed: TypedTrial,
  rubric: RubricContent,
  rules: RuleSet,
): { input: TallyInput; errors: null } | { input: null; errors: Readonly<Record<string, string>> } {
  const wrong = [
    ...PANEL_KINDS.filter((kind) => seatsOf(typed.counts[kind]) === null).map((kind) => [
      `counts[${kind}]`,
      'trial.error.seats',
    ]),
    ...(/^[0-9]$/.test(typed.extensions) ? [] : [['extensions', 'trial.error.extensions']]),
    ...Object.entries(typed.figures)
      .filter(([, figure]) => figure !== '' && readFigure(figure) === null)
      .map(([code]) => [`figures[${code}]`, 'trial.error.figure']),
    ...typed.seats.flatMap((seat) => wrongIn(seat, rubric)),
  ];
  if (wrong.length > 0) return { input: null, errors: Object.fromEntries(wrong) as Record<string, string> };
  const input: TallyInput = {
    rubric,
    rules,
    roll: typed.seats.map(({ id, kind, duty }) => ({
      seatId: id,
      kind,
      function: kind === 'support' && isSeatFunction(duty) ? duty : null,
    })),
    ballots: typed.seats.flatMap((seat) => (isVote(seat.vote) ? [ballotOf(seat, seat.vote)] : [])),
    recusals: typed.seats.flatMap(({ id, vote }) => (vote === 'recused' ? [id] : [])),
    vetoes: Object.entries(typed.vetoes).flatMap(([ground, given]) => {
      const state = TRIAL_VETOES.find((known) => known === given);
      return state === undefined ? [] : [{ ground, state }];
    }),
    extensionsUsed: Number(typed.extensions),
  };
  return { input, errors: null };
}

function wrongIn({ id, vote, scores }: TrialSeat, { scale }: RubricContent): string[][] {
  const marks = Object.entries(scores).filter(([, given]) => given !== '');
  const unreadable = marks.filter(
    ([, given]) =>
      given !== doesNotApply &&
      !(/^\d{1,2}$/.test(given) && Number(given) >= scale.lowest && Number(given) <= scale.highest),
  );
  return [
    ...(marks.length > 0 && vote === '' ? [[`votes[${id}]`, 'trial.error.vote']] : []),
    ...(vote !== '' && vote !== 'recused' && !isVote(vote) ? [[`votes[${id}]`, 'rules.error.choice']] : []),
    ...unreadable.map(([code]) => [`scores[${id}][${code}]`, 'trial.error.score']),
  ];
}

function ballotOf({ id, scores }: TrialSeat, vote: Vote): CountedBallot {
  const given = Object.entries(scores).filter(([, mark]) => mark !== '');
  return {
    seatId: id,
    vote,
    scores: Object.fromEntries(
      given.filter(([, mark]) => mark !== doesNotApply).map(([code, mark]) => [code, Number(mark)]),
    ),
    na: given.flatMap(([code, mark]) => (mark === doesNotApply ? [code] : [])),
  };
}

/** Null for what is no number of seats. */
function seatsOf(text: string): number | null {
  return /^\d{1,2}$/.test(text) && Number(text) <= mostSeatsOfAKind ? Number(text) : null;
}

function group(body: Body, name: string): Body {
  const value = body[name];
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Body) : {};
}

const short = (body: Body, name: string): string =>
  typedText(body, name).normalize('NFKC').trim().slice(0, 40);
