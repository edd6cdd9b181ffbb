import type { AnswerRules } from '../domain/lead/answer-rules';
import { ELEMENTS } from '../domain/lead/element-demands';
import { typedText } from '../http/forms';
import { checksField, numberField, type Field } from '../http/views/fields';
import { settingGroups, type SettingGroupsFacts, type SettingGroupsModel } from '../http/views/setting-page';
import type { Words } from '../words/words';

export interface AnswerRulesFacts extends SettingGroupsFacts<AnswerRules> {
  readonly departments: readonly { readonly code: string; readonly name: string }[];
}

type Figure = 'hostWorkdays' | 'elementWorkdays' | 'remindBefore' | 'originShare' | 'shareYears';
type Switch = 'openingNeedsStatements' | 'offersByItself' | 'onlyDuty';

/** The rules as a form; shut for those who only read. */
export function answerRulesView(facts: AnswerRulesFacts, words: Words): SettingGroupsModel {
  const { current, typed, errors, mayChange } = facts;
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
  const groups = [
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
  ];
  const page = { word: 'answers.rules', dataPage: 'answer-rules', href: '/admin/settings/answers', groups };
  return settingGroups(facts, page, words);
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
