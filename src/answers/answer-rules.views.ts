import type { AnswerRules } from '../domain/lead/answer-rules';
import { ELEMENTS } from '../domain/lead/element-demands';
import type { SettingReading } from '../http/setting-form';
import type { SettingFields } from '../http/views/setting-fields';
import type { SettingGroup, SettingPage } from '../http/views/setting-page';

/** The figures with their bounds. */
const FIGURES = {
  hostWorkdays: [1, 60],
  elementWorkdays: [1, 60],
  remindBefore: [0, 20],
  originShare: [0, 100],
  shareYears: [0, 50],
} as const;
const SWITCHES = ['openingNeedsStatements', 'offersByItself', 'onlyDuty'] as const;

interface UnitChoice {
  readonly code: string;
  readonly name: string;
  readonly kind: string;
}

/** @param units all there are; departments may be given the duty to answer */
export function answerRulesPage(units: readonly UnitChoice[]): SettingPage<AnswerRules> {
  return {
    href: '/admin/settings/answers',
    word: 'answers.rules',
    dataPage: 'answer-rules',
    // The switches are kept as 1 and 0; an untouched form sends nothing for one that is off.
    typed: (rules) => ({
      ...rules,
      ...Object.fromEntries(SWITCHES.map((name) => [name, rules[name] === 1 ? '1' : ''])),
    }),
    groups: (fields) => groupsOf(fields, units),
    read: (form) => readRules(form, units),
  };
}

function groupsOf(fields: SettingFields, units: readonly UnitChoice[]): SettingGroup[] {
  const { words } = fields;
  const workdays = { unit: words.t('answers.rules.workdays') };
  const yes = words.t('answers.rules.yes');
  const departments = units
    .filter(({ kind }) => kind === 'department')
    .map(({ code, name }) => ({ value: code, label: name }));
  return [
    {
      title: words.t('answers.rules.limits'),
      fields: [
        fields.number('hostWorkdays', { ...workdays, hint: words.t('answers.rules.limits.hint') }),
        fields.number('elementWorkdays', workdays),
        fields.number('remindBefore', workdays),
      ],
    },
    {
      title: words.t('answers.rules.opening'),
      fields: [
        fields.tick('openingNeedsStatements', {
          yes,
          hint: words.t('answers.rules.openingNeedsStatements.off'),
        }),
      ],
    },
    {
      title: words.t('answers.rules.moving'),
      fields: [
        fields.tick('offersByItself', { yes }),
        fields.number('originShare', { unit: '%' }),
        fields.number('shareYears', { unit: words.t('answers.rules.years') }),
      ],
    },
    {
      title: words.t('answers.rules.duties'),
      note: words.t('answers.rules.duties.note'),
      fields: [
        ...ELEMENTS.map((element) =>
          fields.checks(`duties[${element}]`, departments, {
            label: words.t(`leads.element.${element}`),
          }),
        ),
        fields.tick('onlyDuty', { yes }),
      ],
    },
  ];
}

/** Unknown units are dropped. */
function readRules(form: SettingReading, units: readonly UnitChoice[]): AnswerRules {
  const figure = (name: keyof typeof FIGURES): number => form.whole(name, FIGURES[name]);
  const ticked = (name: (typeof SWITCHES)[number]): 0 | 1 => (form.ticked(name) ? 1 : 0);
  const duties = ELEMENTS.map((element) => {
    const chosen = form.list(`duties[${element}]`);
    return [element, units.map(({ code }) => code).filter((code) => chosen.includes(code))] as const;
  });
  return {
    hostWorkdays: figure('hostWorkdays'),
    elementWorkdays: figure('elementWorkdays'),
    remindBefore: figure('remindBefore'),
    originShare: figure('originShare'),
    shareYears: figure('shareYears'),
    openingNeedsStatements: ticked('openingNeedsStatements'),
    offersByItself: ticked('offersByItself'),
    onlyDuty: ticked('onlyDuty'),
    duties: Object.fromEntries(duties) as unknown as AnswerRules['duties'],
  };
}
