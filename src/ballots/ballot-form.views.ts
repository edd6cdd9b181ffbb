import type { FieldProblem } from '../domain/ballot/check-ballot';
import { VOTES } from '../domain/ballot/ballot';
import { NO_FIGURES, type ObjectiveFigures } from '../domain/lead/objective-figures';
import { criteriaFor, type Criterion, type RubricContent } from '../domain/rubric/rubric-content';
import { act, type Act, type Hidden } from '../http/views/acts';
import { areaField, type ErrorSummary, type Field } from '../http/views/fields';
import { scoreScale, vote, type ScoreScale, type Vote } from '../http/views/scores';
import type { Words } from '../words/words';
import type { TypedForm } from './ballot.form';
import { computedPart, type ComputedPart } from './computed-part.views';
import type { DeclarationQuestion } from './declaration.views';
import { nextOpenItem, type BallotRoom, type RoomItem } from './ballot-room';

/** A criterion on the ballot; with `computed` it scores itself and asks for no score. */
export interface BallotScale extends ScoreScale {
  readonly computed: ComputedPart | null;
}

/** The model of `ballots/_form`. */
export interface BallotForm {
  readonly action: string;
  readonly key: string;
  readonly summary: ErrorSummary | null;
  /** Asked before the lead is shown; null once it has been answered. */
  readonly question: DeclarationQuestion | null;
  /** What a draft says on criteria that score themselves, kept while they are shown as others are. */
  readonly kept: readonly Hidden[];
  readonly scoresTitle: string;
  readonly scoresNote: string;
  readonly scales: readonly BallotScale[];
  /** What stands in their place where none of the criteria asked is the seat's; else ''. */
  readonly noScales: string;
  readonly vote: Vote;
  readonly comment: Field;
  readonly note: Field;
  /** Unfolded where something is written in it or wrong with it. */
  readonly noteOpen: boolean;
  readonly cast: Act;
  readonly draft: Act;
  readonly autosave: { readonly text: string };
}

export interface BallotFormInput {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly rubric: RubricContent;
  readonly typed: TypedForm;
  readonly problems: readonly FieldProblem[];
  /** What the lead states on a criterion; `''` for nothing. */
  readonly basis: (code: string) => string;
  /** What criteria that score themselves are scored by; left out, every one is scored by hand. */
  readonly figures?: ObjectiveFigures;
  readonly key: string;
  readonly question?: DeclarationQuestion | null;
  readonly disabledBecause: string | null;
}

const formId = 'ballot-form';

export function ballotForm(input: BallotFormInput, words: Words): BallotForm {
  const { room, item, rubric, typed, problems, key, disabledBecause } = input;
  const own = criteriaFor(rubric, room.seat.kind);
  const message = messages(problems, rubric, words);
  const kind = words.t(`ballots.kind.${room.seat.kind}`);
  const button = { form: formId, name: 'intent', size: 'block' } as const;
  return {
    action: `/ballot/items/${item.id}`,
    key,
    summary: summary(problems, message, input.figures === undefined, words),
    question: input.question ?? null,
    kept: input.question ? keptChoices(typed) : [],
    scoresTitle: words.t('ballots.scores.title'),
    scoresNote: own.length === 0 ? '' : words.t('ballots.scores.note', { count: own.length, kind }),
    noScales: own.length === 0 ? words.t('secondLook.ballot.noneOwn') : '',
    scales: own.map((criterion) => scale(criterion, input, message, words)),
    vote: voteOf(typed.vote, message('vote'), words),
    comment: areaField({
      name: 'comment',
      label: words.t('ballots.comment'),
      hint: words.t('ballots.comment.hint'),
      rows: 3,
      value: typed.comment,
      error: message('comment'),
      stacked: true,
    }),
    note: areaField({
      name: 'note',
      label: words.t('ballots.note'),
      hint: words.t('ballots.note.hint'),
      value: typed.note,
      error: message('note'),
      rows: 2,
      optional: true,
      stacked: true,
    }),
    noteOpen: typed.note !== '' || message('note') !== '',
    cast: act({
      ...button,
      id: 'cast',
      value: 'cast',
      tone: 'primary',
      label: words.t(castLabel(room, item)),
      why: words.t('ballots.cast.why'),
      disabledBecause,
    }),
    draft: act({
      ...button,
      id: 'keep',
      value: 'draft',
      label: words.t('ballots.keepDraft'),
      disabledBecause,
    }),
    autosave: { text: '' },
  };
}

function castLabel(room: BallotRoom, item: RoomItem): string {
  if (item.standing === 'cast' || item.standing === 'revised') return 'ballots.cast.again';
  return nextOpenItem(room.items, item.id) === null ? 'ballots.cast.last' : 'ballots.cast.next';
}

/** A criterion has one place for messages: whatever is wrong with its score, mark or reason is said there. */
function scale(
  criterion: Criterion,
  { typed, basis, figures = NO_FIGURES }: BallotFormInput,
  message: (field: string) => string,
  words: Words,
): BallotScale {
  const { code, name, weight, anchors, naAllowed, commentRequiredFor } = criterion;
  const score = own(typed.scores, code).trim();
  const model = scoreScale({
    code,
    name: words.of(name),
    weight: String(weight),
    basis: basis(code),
    anchors: ([0, 3, 5] as const).map((at) => ({ score: at, text: words.of(anchors[at]) })),
    chosen: /^[0-5]$/.test(score) ? Number(score) : null,
    reason: own(typed.reasons, code),
    reasonFor: commentRequiredFor,
    naAllowed,
    na: own(typed.na, code) !== '',
    error: groups.map((group) => message(`${group}[${code}]`)).find(Boolean) ?? '',
  });
  const computed = computedPart(criterion, figures, typed, words);
  const formula = criterion.computed;
  if (formula === undefined || computed !== null || figures === NO_FIGURES) return { ...model, computed };
  const lacking = words.t('ballots.computed.byHand', { reckoned: words.t(`figure.${formula.input}.from`) });
  return { ...model, basis: [model.basis, lacking].filter(Boolean).join(' '), computed };
}

function keptChoices({ computed = {}, inputs = {} }: TypedForm): Hidden[] {
  const named = (group: string, values: Readonly<Record<string, string>>): Hidden[] =>
    Object.entries(values).map(([code, value]) => ({ name: `${group}[${code}]`, value }));
  return [...named('computed', computed), ...named('inputs', inputs)];
}

const groups = ['scores', 'na', 'computed', 'inputs', 'reasons'];

const own = (group: Readonly<Record<string, string>>, code: string): string =>
  Object.hasOwn(group, code) ? (group[code] ?? '') : '';

function voteOf(chosen: string, error: string, words: Words): Vote {
  const options = VOTES.map((value) => ({
    value,
    label: words.t(`ballots.vote.${value}`),
    note: words.t(`ballots.vote.${value}.note`),
  }));
  return vote(words.t('ballots.vote'), options, chosen, error);
}

/** The sentence beside a field; `''` when it is right. */
function messages(
  problems: readonly FieldProblem[],
  { criteria }: RubricContent,
  words: Words,
): (field: string) => string {
  const nameOf = new Map(criteria.map(({ code, name }) => [code, words.of(name)]));
  return (field) => {
    const problem = problems.find((one) => one.field === field);
    if (!problem) return '';
    const code = String(problem.details?.['criterion'] ?? /\[(\w+)\]/.exec(field)?.[1] ?? '');
    return words.t(`ballots.problem.${problem.because}`, {
      ...problem.details,
      name: nameOf.get(code) ?? code,
    });
  };
}

function summary(
  problems: readonly FieldProblem[],
  message: (field: string) => string,
  byHand: boolean,
  words: Words,
): ErrorSummary | null {
  if (problems.length === 0) return null;
  const items = problems.map(({ field }) => ({
    href: anchorOf(field, byHand),
    text: message(field),
    note: '',
  }));
  return { title: words.t('ui.errors.title', { n: problems.length }), items };
}

/** The control a message is about; `byHand` where every criterion is shown with its scale. */
function anchorOf(field: string, byHand: boolean): string {
  const [, group, code] = /^(scores|na|reasons|computed|inputs)\[(\w+)\]$/.exec(field) ?? [];
  if (group === 'reasons') return `#reason-${code}`;
  if (group === 'computed' && !byHand) return `#computed-${code}-confirm`;
  if (group === 'inputs' && !byHand) return `#input-${code}`;
  if (group !== undefined) return `#score-${code}-0`;
  return field === 'vote' ? '#vote-agree' : `#${field}`;
}
