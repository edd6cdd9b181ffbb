import type { RubricContent, VetoGround } from '../domain/rubric/rubric-content';
import type { ScoreRow } from '../domain/tally/explain-scores';
import { explain, type Line, type Step } from '../domain/tally/explanation';
import type { TallyResult } from '../domain/tally/tally-result';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** A line of reasoning in words: what is said, the sum behind it, and whether it is met. */
export interface LineModel {
  readonly text: string;
  readonly formula: string;
  readonly yes: boolean;
  readonly no: boolean;
}

export interface ScoreRowModel {
  readonly name: string;
  readonly weight: string;
  /** `''` where the weight counted as it stands. */
  readonly scaled: string;
  readonly kinds: string;
  readonly marks: readonly { readonly score: string; readonly dropped: boolean }[];
  readonly na: string;
  readonly method: string;
  readonly mean: string;
  readonly meanFormula: string;
  readonly contribution: string;
  readonly contributionFormula: string;
  /** Where the score follows from the form: the formula, the figure, who said what to it; `''` for none. */
  readonly computed: string;
}

/** The model of `results/_explanation`: the three steps from ballots to outcome. */
export interface ExplanationModel {
  readonly who: readonly LineModel[];
  readonly method: readonly string[];
  readonly rows: readonly ScoreRowModel[];
  readonly weight: string;
  readonly total: string;
  readonly rules: readonly LineModel[];
  readonly rulesTitle: string;
}

/** How a result came about, step by step, in the words of this language. */
export function explanation(
  result: TallyResult,
  rubric: Pick<RubricContent, 'criteria' | 'vetoGrounds'>,
  words: Words,
  computed: ReadonlyMap<string, string> = new Map(),
): ExplanationModel {
  const steps = explain(result);
  const who = step(steps, 'who');
  const scores = step(steps, 'scores');
  const rules = step(steps, 'rules');
  const named = criterionNames(
    { criteria: [...rubric.criteria, ...rubric.vetoGrounds.map(groundWithCode)] },
    words,
  );
  return {
    who: merged(who.lines, words),
    method: scores.lines.map((line) => sentence(line, named, words)),
    rows: scores.rows.map((row) => ({
      ...scoreRow(row, named, words),
      computed: computed.get(row.criterion) ?? '',
    })),
    weight: String(scores.weight),
    total: scores.total ?? words.t('results.score.none'),
    rules: rules.lines.map((line) => lineModel(line, named, words)),
    rulesTitle: words.t('results.step.rules', { rules: rules.rules }),
  };
}

/** The name of each criterion by its code. */
export function criterionNames(
  { criteria }: { readonly criteria: readonly Pick<VetoGround, 'code' | 'name'>[] },
  words: Words,
): (code: string) => string {
  const names = new Map(criteria.map(({ code, name }) => [code, words.of(name)]));
  return (code) => names.get(code) ?? code;
}

type StepOf<Name extends Step['step']> = Extract<Step, { step: Name }>;

function step<Name extends Step['step']>(steps: readonly Step[], name: Name): StepOf<Name> {
  const found = steps.find((candidate): candidate is StepOf<Name> => candidate.step === name);
  if (found === undefined) throw new Error(`an explanation without the step ${name}`);
  return found;
}

const ownName = (code: string): string => code;

function lineModel(line: Line, named: (code: string) => string, words: Words): LineModel {
  return {
    text: sentence(line, named, words),
    formula: line.formula ?? '',
    yes: line.met === true,
    no: line.met === false,
  };
}

/** The four kinds stand in one line, and so do the mandatory seats: four times the same would hide what matters. */
function merged(lines: readonly Line[], words: Words): LineModel[] {
  const kinds = lines.filter(({ key }) => key === 'tally.who.kind');
  const duties = lines.filter(({ key }) => key.startsWith('tally.who.function'));
  const rest = lines.filter((line) => !kinds.includes(line) && !duties.includes(line));
  return [
    ...rest.map((line) => lineModel(line, ownName, words)),
    ...together('tally.who.kinds', kinds, words),
    ...together('tally.who.functions', duties, words),
  ];
}

function together(key: string, lines: readonly Line[], words: Words): LineModel[] {
  if (lines.length === 0) return [];
  const met = lines.every((line) => line.met !== false);
  const list = formatsFor(words).list(lines.map((line) => sentence(line, ownName, words)));
  return [{ text: words.t(key, { list }), formula: '', yes: met, no: !met }];
}

/** Codes among the arguments get their words. */
function sentence({ key, args }: Line, named: (code: string) => string, words: Words): string {
  const given: Record<string, string | number> = { ...args };
  const { kind, function: duty, criteria, outcome, reason, ground } = args;
  if (kind !== undefined) given['kind'] = words.t(`panelKind.${kind}`);
  if (duty !== undefined) given['function'] = words.t(`seatFunction.${duty}`);
  if (criteria !== undefined)
    given['criteria'] = formatsFor(words).list(String(criteria).split(',').map(named));
  if (outcome !== undefined) given['outcome'] = words.t(`results.computed.${String(outcome).split(':')[0]}`);
  if (ground !== undefined) given['ground'] = named(String(ground));
  if (reason !== undefined) given['reason'] = words.t(`results.reason.${reason}`);
  return words.t(key, given);
}

/** `V02 占用生态保护红线`: the code of the veto list is what people say. */
function groundWithCode({ code, name: { zh, en } }: VetoGround): Pick<VetoGround, 'code' | 'name'> {
  return { code, name: { zh: `${code} ${zh}`, en: `${code} ${en}` } };
}

function scoreRow(
  row: ScoreRow,
  named: (code: string) => string,
  words: Words,
): Omit<ScoreRowModel, 'computed'> {
  const none = words.t('results.score.none');
  return {
    name: named(row.criterion),
    weight: String(row.weight),
    scaled: row.scaledWeight === null ? '' : words.t('results.weight.scaled', { weight: row.scaledWeight }),
    kinds: formatsFor(words).list(row.kinds.map((kind) => words.t(`panelKind.${kind}`))),
    marks: row.marks.map(({ score, dropped }) => ({ score: String(score), dropped })),
    na: row.na === 0 ? '' : words.t('results.marks.na', { n: row.na }),
    method: methodWords(row, words),
    mean: row.mean ?? none,
    meanFormula: row.meanFormula ?? '',
    contribution: row.contribution ?? none,
    contributionFormula: row.contributionFormula ?? '',
  };
}

function methodWords({ method, carriedFrom }: ScoreRow, words: Words): string {
  const own = words.t(`results.method.${method}`);
  return carriedFrom === null ? own : words.t('results.method.carried', { method: own, round: carriedFrom });
}
