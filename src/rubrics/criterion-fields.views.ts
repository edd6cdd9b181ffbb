import { COMPUTED_INPUTS } from '../domain/rubric/computed-score';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
import { ALT_FORMULA, MAIN_FORMULA, type FormulaTexts } from '../domain/rubric/draft-formulas';
import { FORMULA_CONDITIONS } from '../domain/rubric/formulas';
import { SCORINGS, type CriterionText, type DraftCriterion } from '../domain/rubric/rubric-draft';
import {
  areaField,
  checksField,
  groupField,
  radiosField,
  selectField,
  textField,
  type Field,
  type FieldInput,
} from '../http/views/fields';
import { unitWords } from '../words/formulas';
import type { Words } from '../words/words';

export interface FieldGroup {
  readonly heading: string;
  readonly note: string;
  readonly fields: readonly Field[];
}

/** What is to be said beside a control, by its name: what cannot be kept, and what keeps it from being published. */
export interface PartMessages {
  readonly errors: Readonly<Record<string, string>>;
  readonly warnings: Readonly<Record<string, string>>;
}

/** The controls of a criterion, in the order in which one thinks of them. */
export function criterionFields(typed: DraftCriterion, said: PartMessages, words: Words): FieldGroup[] {
  const text = (name: CriterionText, more: Partial<FieldInput> = {}): FieldInput => ({
    name,
    label: words.has(`rubrics.field.${name}`) ? words.t(`rubrics.field.${name}`) : '',
    value: typed[name],
    error: said.errors[name] ?? '',
    warn: said.warnings[name] ?? '',
    autocomplete: 'off',
    ...more,
  });
  const group = (key: string, fields: readonly Field[]): FieldGroup => ({
    heading: words.t(`rubrics.group.${key}`),
    note: words.t(`rubrics.group.${key}.note`),
    fields,
  });
  return [
    group('what', [
      textField(text('nameZh')),
      textField(text('nameEn')),
      textField(text('code', { hint: words.t('rubrics.field.code.hint') })),
      textField(text('weight', { inputmode: 'numeric' })),
    ]),
    group('anchors', [
      ...([0, 3, 5] as const).flatMap((score) => [
        areaField(text(`anchor${score}Zh`, { rows: 2 })),
        areaField(text(`anchor${score}En`, { rows: 2 })),
      ]),
    ]),
    group('who', [
      kindsField('kinds', typed.kinds, said, words),
      reasonField(typed, words),
      naField(typed, words),
    ]),
    group('computed', formulaFields(typed, MAIN_FORMULA, SCORINGS, text, words)),
    group('variant', [
      whenField(typed, text, words),
      ...formulaFields(typed, ALT_FORMULA, ['steps', 'linear'], text, words),
    ]),
  ];
}

/** Which of the four kinds; used of criteria and of veto grounds. */
export function kindsField(name: string, chosen: readonly string[], said: PartMessages, words: Words): Field {
  return checksField({
    name: `${name}[]`,
    label: words.t(`rubrics.field.${name}`),
    warn: said.warnings[name] ?? '',
    options: PANEL_KINDS.map((kind) => ({
      value: kind,
      label: words.t(`panelKind.${kind}`),
      selected: chosen.includes(kind),
    })),
  });
}

function reasonField({ reasonFor }: DraftCriterion, words: Words): Field {
  return checksField({
    name: 'reasonFor[]',
    label: words.t('rubrics.field.reasonFor'),
    hint: words.t('rubrics.field.reasonFor.hint'),
    options: ['0', '1', '2', '3', '4', '5'].map((score) => ({
      value: score,
      label: words.t('rubrics.anchor.short', { score }),
      selected: reasonFor.includes(score),
    })),
  });
}

function naField({ naAllowed }: DraftCriterion, words: Words): Field {
  const label = words.t('rubrics.field.naAllowed.yes');
  return checksField({
    name: 'naAllowed',
    label: words.t('rubrics.field.naAllowed'),
    hint: words.t('rubrics.field.naAllowed.hint'),
    options: [{ value: '1', label, selected: naAllowed }],
  });
}

/** The controls of one formula: how, by which figure, which way, and its steps or ends. */
function formulaFields(
  typed: DraftCriterion,
  names: FormulaTexts,
  ways: readonly string[],
  text: (name: CriterionText, more?: Partial<FieldInput>) => FieldInput,
  words: Words,
): Field[] {
  const radios = (name: 'scoring' | 'better', values: readonly string[], none: string): Field =>
    radiosField({
      ...text(names[name]),
      label: words.t(`rubrics.field.${name}`),
      options: values.map((value) => ({
        value,
        label: words.t(`rubrics.${name}.${value}`),
        selected: (typed[names[name]] || none) === value,
      })),
    });
  const unit = COMPUTED_INPUTS.find((one) => one === typed[names.input]);
  const figure = (name: CriterionText, word: string): Field =>
    textField(
      text(name, {
        label: words.t(`rubrics.field.${word}`),
        stacked: true,
        inputmode: 'decimal',
        unit: unit ? unitWords(unit, words) : '',
      }),
    );
  const group = (key: 'steps' | 'linear', fields: Field[]): Field =>
    groupField({
      name: names === MAIN_FORMULA ? key : `alt-${key}`,
      label: words.t(`rubrics.field.${key}`),
      hint: words.t(`rubrics.field.${key}.hint`),
      fields,
    });
  return [
    radios('scoring', ways, ways[0] ?? ''),
    selectField({
      ...text(names.input),
      label: words.t('rubrics.field.input'),
      options: [
        { value: '', label: words.t('ui.choose'), selected: typed[names.input] === '' },
        ...COMPUTED_INPUTS.map((input) => ({
          value: input,
          label: words.t('rubrics.input.option', {
            figure: words.t(`figure.${input}`),
            reckoned: words.t(`figure.${input}.from`),
            unit: unitWords(input, words),
          }),
          selected: typed[names.input] === input,
        })),
      ],
    }),
    radios('better', ['more', 'less'], 'more'),
    group(
      'steps',
      [5, 4, 3, 2, 1].flatMap((score) => {
        const name = names.steps[score - 1];
        return name === undefined ? [] : [figure(name, `step${score}`)];
      }),
    ),
    group('linear', [figure(names.zeroAt, 'zeroAt'), figure(names.fullAt, 'fullAt')]),
  ];
}

/** Which leads the second formula is for; none of them, and there is no second one. */
function whenField(
  typed: DraftCriterion,
  text: (name: CriterionText, more?: Partial<FieldInput>) => FieldInput,
  words: Words,
): Field {
  return selectField({
    ...text('when'),
    hint: words.t('rubrics.field.when.hint'),
    options: [
      { value: '', label: words.t('rubrics.when.none'), selected: typed.when === '' },
      ...FORMULA_CONDITIONS.map((when) => ({
        value: when,
        label: words.t(`formulaWhen.${when}`),
        selected: typed.when === when,
      })),
    ],
  });
}
