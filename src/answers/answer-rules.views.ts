import type { AnswerRules } from '../domain/lead/answer-rules';
import { ELEMENTS } from '../domain/lead/element-demands';
import { typedText } from '../http/forms';
import { pageHead } from '../http/views/acts';
import {
  checksField,
  errorSummary,
  numberField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface AnswerRulesModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly basedOn: string;
  readonly groups: readonly {
    readonly title: string;
    readonly note: string;
    readonly fields: readonly Field[];
  }[];
  readonly reason: Field;
  /** '' for those who only read. */
  readonly submit: string;
  readonly history: {
    readonly items: readonly { at: string; text: string; mark: boolean; seal: null; light: null }[];
  };
}

export interface AnswerRulesFacts {
  readonly current: { readonly value: AnswerRules; readonly version: number };
  readonly history: readonly {
    readonly version: number;
    readonly reason: string;
    readonly changedAt: string;
    readonly changedByLabel: string;
  }[];
  readonly departments: readonly { readonly code: string; readonly name: string }[];
  readonly mayChange: boolean;
  /** What was sent, when the form comes back. */
  readonly typed: Record<string, unknown> | null;
  readonly errors: Readonly<Record<string, string>>;
}

type Figure = 'hostWorkdays' | 'elementWorkdays' | 'remindBefore' | 'originShare' | 'shareYears';
type Switch = 'openingNeedsStatements' | 'offersByItself' | 'onlyDuty';

/** The rules as a form; shut for those who only read. */
export function answerRulesView(facts: AnswerRulesFacts, words: Words): AnswerRulesModel {
  const { current, history, typed, errors, mayChange } = facts;
  const title = words.t('answers.rules.title');
  const figure = (name: Figure, unit: string, hint = ''): Field =>
    numberField({
      name,
      label: words.t(`answers.rules.${name}`),
      unit,
      hint: hint === '' ? '' : words.t(hint),
      inputmode: 'numeric',
      value: typed === null ? String(current.value[name]) : typedText(typed, name),
      error: errors[name] ?? '',
      disabled: !mayChange,
    });
  const tick = (name: Switch, hint = ''): Field =>
    checksField({
      name,
      label: words.t(`answers.rules.${name}`),
      hint: hint === '' ? '' : words.t(hint),
      disabled: !mayChange,
      options: [
        {
          value: '1',
          label: words.t('answers.rules.yes'),
          selected: typed === null ? current.value[name] === 1 : typedText(typed, name) === '1',
        },
      ],
    });
  const workdays = words.t('answers.rules.workdays');
  const group = (key: string, fields: Field[], note = '') => ({
    title: words.t(`answers.rules.${key}`),
    note: note === '' ? '' : words.t(note),
    fields,
  });
  return {
    page: {
      title,
      dataPage: 'answer-rules',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('answers.rules.version', { n: current.version })] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: '/admin/settings/answers',
    basedOn: typed === null ? String(current.version) : typedText(typed, 'basedOn'),
    groups: [
      group('limits', [
        figure('hostWorkdays', workdays, 'answers.rules.limits.hint'),
        figure('elementWorkdays', workdays),
        figure('remindBefore', workdays),
      ]),
      group('opening', [tick('openingNeedsStatements', 'answers.rules.openingNeedsStatements.off')]),
      group('moving', [
        tick('offersByItself'),
        figure('originShare', '%'),
        figure('shareYears', words.t('answers.rules.years')),
      ]),
      group('duties', [...dutyFields(facts, words), tick('onlyDuty')], 'answers.rules.duties.note'),
    ],
    reason: textField({
      name: 'reason',
      label: words.t('answers.rules.reason'),
      required: true,
      value: typed === null ? '' : typedText(typed, 'reason'),
      error: errors['reason'] ?? '',
    }),
    submit: mayChange ? words.t('answers.rules.save') : '',
    history: {
      items: history.map(({ version, reason, changedAt, changedByLabel }) => ({
        at: formatsFor(words).dateTimeShort(changedAt),
        text: words.t('answers.rules.change', { n: version, by: changedByLabel, reason }),
        mark: false,
        seal: null,
        light: null,
      })),
    },
  };
}

function dutyFields({ current, departments, typed, mayChange }: AnswerRulesFacts, words: Words): Field[] {
  const sent = typed === null ? null : ((typed['duties'] ?? {}) as Record<string, unknown>);
  return ELEMENTS.map((element) => {
    const chosen: unknown[] = sent === null ? [...current.value.duties[element]] : [sent[element]].flat();
    return checksField({
      name: `duties[${element}][]`,
      id: `duties-${element}`,
      label: words.t(`leads.element.${element}`),
      disabled: !mayChange,
      optional: true,
      options: departments.map(({ code, name }) => ({
        value: code,
        label: name,
        selected: chosen.includes(code),
      })),
    });
  });
}
