import type { RuleSet } from '../domain/rubric/rule-set';
import { act, confirmation, pageHead, type Act, type Confirmation } from '../http/views/acts';
import {
  checksField,
  errorSummary,
  numberField,
  radiosField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { pairsOf, type PairsModel } from './rule-comparison.views';
import type { RuleDraftRead } from './rule-drafts.queries';
import { RULE_FORM, type RuleField, type TypedRules } from './rule-fields';
import type { RuleErrors } from './rule-form';
import { versionName } from './rule-words.views';
import { chaptersOf, ruleCrumbs, type Chapter } from './rules.views';

export interface RuleDraftModel extends PageModel {
  action: string;
  revision: string;
  /** Why it was not saved; '' when nothing was refused. */
  refused: string;
  errors: ErrorSummary | null;
  fit: string;
  chapters: { title: string; fields: Field[] }[];
  remove: Act;
}

export interface SentDraft {
  readonly typed: TypedRules;
  readonly errors: RuleErrors;
  /** The sentence of what kept it from being saved; '' for a draft as it is kept. */
  readonly refused: string;
}

/** The form of a draft. What is wrong stands beside its control, and keeps nobody from saving. */
export function ruleDraftView(draft: RuleDraftRead, sent: SentDraft, words: Words): RuleDraftModel {
  const { errors, refused } = sent;
  const title = words.t('rules.draft.title', { base: versionName(draft.base, words) });
  const messages = Object.fromEntries(
    Object.entries(errors).map(([name, key]) => [name, words.t(key)] as const),
  );
  const count = Object.keys(messages).length;
  return {
    page: {
      title,
      dataPage: 'rule-draft',
      crumbs: ruleCrumbs(words.t('rules.draft.crumb'), words),
      head: pageHead({
        title,
        meta: [
          words.t('rules.draft.revision', { n: draft.revision }),
          words.t('rules.draft.edited', {
            at: formatsFor(words).dateTime(draft.editedAt),
            by: draft.editedByLabel,
          }),
          words.t('rules.draft.meta'),
        ],
      }),
    },
    action: `/rules/drafts/${draft.id}`,
    revision: String(draft.revision),
    refused,
    errors: errorSummary(words.t('rules.draft.problems', { n: count }), messages),
    fit: count === 0 && refused === '' ? words.t('rules.draft.fit') : '',
    chapters: RULE_FORM.map(({ chapter, fields }) => ({
      title: words.t(`rules.chapter.${chapter}`),
      fields: fields.map((field) => control(field, sent.typed, messages[field.name] ?? '', words)),
    })),
    remove: act({
      label: words.t('rules.draft.remove'),
      href: `/rules/drafts/${draft.id}/removal`,
      method: 'post',
      tone: 'quiet',
      confirm: words.t('rules.draft.remove.confirm'),
    }),
  };
}

/** Controls whose meaning needs a sentence beside them. */
const hinted = new Set([
  'code',
  'quorumShare',
  'decides',
  'reminderHours',
  'byClock',
  'agreeShare',
  'vetoConfirmed',
  'vetoRulings',
  'mandatoryFunctions',
  'trimFrom',
  'mostExtensions',
  'flagAfter',
  'outlierDistance',
  'secondLook',
]);

function control({ name, kind, options }: RuleField, typed: TypedRules, error: string, words: Words): Field {
  const value = typed[name] ?? '';
  const input = {
    name,
    label: words.t(`rules.field.${name}`),
    hint: hinted.has(name) ? words.t(`rules.hint.${name}`) : '',
    error,
    options: options.map((option) => ({
      value: option,
      label: words.t(optionKey(name, option)),
      selected: Array.isArray(value) ? value.includes(option) : value === option,
    })),
  };
  if (kind === 'list') return checksField({ ...input, name: `${name}[]`, id: name });
  if (kind === 'choice') return radiosField(input);
  const text = { ...input, value: String(value), options: [], autocomplete: 'off' };
  return kind === 'whole' ? numberField({ ...text, unit: unitOf(name, words) }) : textField(text);
}

/** What an option is called: a seat's function and a ruling have their names already. */
function optionKey(name: string, option: string): string {
  if (name === 'mandatoryFunctions') return `seatFunction.${option}`;
  if (name === 'vetoRulings' || name === 'rulings') return `rules.ruling.${option}`;
  return `rules.option.${name}.${option}`;
}

const unitOf = (name: string, words: Words): string =>
  words.has(`rules.unit.${name}`) ? words.t(`rules.unit.${name}`) : '';

export interface RulePublicationModel extends PageModel {
  pairs: PairsModel;
  chapters: Chapter[];
  confirm: Confirmation;
}

/** What publishing would do, before it is done: the rules as they will be read out, and what changes. */
export function rulePublicationView(
  draft: RuleDraftRead,
  rules: RuleSet,
  version: number,
  words: Words,
): RulePublicationModel {
  const name = versionName({ code: rules.code, version }, words);
  const title = words.t('rules.publish.title', { version: name });
  return {
    page: {
      title,
      dataPage: 'rule-publication',
      crumbs: ruleCrumbs(title, words),
      head: pageHead({ title, meta: [words.of(rules.name)] }),
      wide: true,
    },
    pairs: pairsOf(
      { rules: draft.base.content, name: versionName(draft.base, words) },
      { rules, name },
      words,
      true,
    ),
    chapters: chaptersOf(rules, words),
    confirm: confirmation({
      title,
      text: words.t('rules.publish.text'),
      consequences: [
        words.t('rules.publish.default', { version: name }),
        words.t('rules.publish.running'),
        words.t('rules.publish.forever'),
      ],
      action: `/rules/drafts/${draft.id}/publication`,
      fields: [{ name: 'revision', value: String(draft.revision) }],
      submit: words.t('rules.publish'),
      cancel: { label: words.t('rules.publish.back'), href: `/rules/drafts/${draft.id}` },
    }),
  };
}
