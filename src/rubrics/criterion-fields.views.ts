import { COMPUTED_INPUTS } from '../domain/rubric/computed-score';
import { PANEL_KINDS } from '../domain/rubric/panel-kind';
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

const STEPS = ['step5', 'step4', 'step3', 'step2', 'step1'] as const;

/** The controls of a criterion, in the order in which one thinks of them. */
export function criterionFields(typed: DraftCriterion, said: PartMessages, words: Words): FieldGroup[] {
  const text = (name: CriterionText, more: Partial<FieldInput> = {}): FieldInput => ({
    name,
    label: words.t(`rubrics.field.${name}`),
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
    group('computed', computedFields(typed, text, words)),
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

function computedFields(
  typed: DraftCriterion,
  text: (name: CriterionText, more?: Partial<FieldInput>) => FieldInput,
  words: Words,
): Field[] {
  const radios = (name: 'scoring' | 'better', values: readonly string[], none: string): Field =>
    radiosField({
      ...text(name),
      options: values.map((value) => ({
        value,
        label: words.t(`rubrics.${name}.${value}`),
        selected: (typed[name] || none) === value,
      })),
    });
  const unit = COMPUTED_INPUTS.find((one) => one === typed.input);
  const figure = (name: CriterionText): Field =>
    textField(text(name, { stacked: true, inputmode: 'decimal', unit: unit ? unitWords(unit, words) : '' }));
  return [
    radios('scoring', SCORINGS, 'hand'),
    selectField({
      ...text('input'),
      options: [
        { value: '', label: words.t('ui.choose'), selected: typed.input === '' },
        ...COMPUTED_INPUTS.map((input) => ({
          value: input,
          label: words.t('rubrics.input.option', {
            figure: words.t(`figure.${input}`),
            reckoned: words.t(`figure.${input}.from`),
            unit: unitWords(input, words),
          }),
          selected: typed.input === input,
        })),
      ],
    }),
    radios('better', ['more', 'less'], 'more'),
    groupField({
      name: 'steps',
      label: words.t('rubrics.field.steps'),
      hint: words.t('rubrics.field.steps.hint'),
      fields: STEPS.map(figure),
    }),
    groupField({
      name: 'linear',
      label: words.t('rubrics.field.linear'),
      hint: words.t('rubrics.field.linear.hint'),
      fields: [figure('zeroAt'), figure('fullAt')],
    }),
  ];
}
