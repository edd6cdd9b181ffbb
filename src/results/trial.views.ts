import { pageHead } from '../http/views/acts';
import { errorSummary, selectField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { RubricVersionRead } from '../rubrics/rubrics.queries';
import type { Words } from '../words/words';
import { figureFields } from './trial-figures.views';
import type { TypedTrial } from './trial-form';
import { gridView, setupFields, type GridModel } from './trial-grid.views';
import type { ClosedItem, RulesOnTrial, TriedItem } from './trials.queries';
import { triedOutcome, type TriedOutcome } from './tried-outcome.views';
import type { TallyResult } from '../domain/tally/tally-result';

export interface TrialModel extends PageModel {
  errors: ErrorSummary | null;
  /** One outcome of what was typed, or two of an item: as it was, and as it would be. */
  outcomes: TriedOutcome[];
  outcomesTitle: string;
  outcomesNote: string;
  /** The form that loads an item; null where no round has closed yet. */
  load: Field[] | null;
  setup: Field[];
  /** Figures by which criteria score themselves; none where all are scored by hand. */
  figures: Field[];
  grid: GridModel;
}

export interface TrialFacts {
  readonly rubric: RubricVersionRead;
  readonly rubrics: readonly { readonly value: string; readonly label: string }[];
  readonly rules: readonly RulesOnTrial[];
  readonly chosen: RulesOnTrial;
  readonly items: readonly ClosedItem[];
  readonly typed: TypedTrial;
  readonly errors: Readonly<Record<string, string>>;
  /** What the typed ballots come to; null before they were asked for. */
  readonly result: TallyResult | null;
  /** A closed item under its own rules and under those chosen; null where none was loaded. */
  readonly tried: TriedItem | null;
}

/** The page on which rules are tried out; it changes nothing anywhere. */
export function trialView(facts: TrialFacts, words: Words): TrialModel {
  const { errors, rubric, typed, tried } = facts;
  const title = words.t('rules.simulator');
  const messages = Object.fromEntries(Object.entries(errors).map(([name, key]) => [name, words.t(key)]));
  return {
    page: {
      title,
      dataPage: 'rule-simulator',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('rules.list.title'), href: '/rules' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('trial.meta')] }),
      wide: true,
    },
    errors: errorSummary(words.t('trial.errors', { n: Object.keys(errors).length }), messages),
    outcomes: outcomesOf(facts, words),
    outcomesTitle: tried === null ? words.t('trial.outcome') : itemLabel(tried.item, words),
    outcomesNote: tried === null ? '' : verdict(tried, words),
    load: facts.items.length === 0 ? null : loadFields(facts, words),
    setup: setupFields(facts, messages, words),
    figures: figureFields(typed, rubric.content, messages, words),
    grid: gridView(typed, rubric.content, messages, words),
  };
}

function outcomesOf({ rubric, result, tried, chosen }: TrialFacts, words: Words): TriedOutcome[] {
  if (tried !== null) {
    const { own, rubric: its } = tried;
    const was = words.t('trial.own', { rules: rulesLabel(own.rules, words) });
    const now = words.t('trial.tried', { rules: rulesLabel(chosen, words) });
    return [
      triedOutcome(was, own.result, its.content, words),
      triedOutcome(now, tried.tried, its.content, words),
    ];
  }
  return result === null ? [] : [triedOutcome(rulesLabel(chosen, words), result, rubric.content, words)];
}

function verdict({ own, tried }: TriedItem, words: Words): string {
  return own.result.outcome === tried.outcome ? words.t('trial.same') : words.t('trial.flips');
}

function loadFields({ items, rules, chosen, tried }: TrialFacts, words: Words): Field[] {
  return [
    selectField({
      name: 'item',
      label: words.t('trial.field.item'),
      hint: words.t('trial.field.item.hint'),
      options: items.map((item) => ({
        value: item.id,
        label: itemLabel(item, words),
        selected: item.id === tried?.item.id,
      })),
    }),
    selectField({
      name: 'rules',
      id: 'load-rules',
      label: words.t('trial.field.rules'),
      options: rulesOptions(rules, chosen, words),
    }),
  ];
}

export function rulesOptions(
  rules: readonly RulesOnTrial[],
  chosen: RulesOnTrial,
  words: Words,
): { value: string; label: string; selected: boolean }[] {
  return rules.map((one) => ({
    value: one.id,
    label: rulesLabel(one, words),
    selected: one.id === chosen.id,
  }));
}

function rulesLabel({ rules, version, draft }: RulesOnTrial, words: Words): string {
  const name = words.t('rules.version', { code: rules.code, n: version });
  return draft ? words.t('trial.draft', { base: name }) : name;
}

const itemLabel = ({ round, position, title }: ClosedItem, words: Words): string =>
  words.t('trial.item', { round, position, title });
