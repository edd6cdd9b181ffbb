import { SEAT_FUNCTIONS } from '../domain/rubric/panel-kind';
import type { DraftGround, GroundText } from '../domain/rubric/rubric-draft';
import { areaField, checksField, radiosField, textField, type FieldInput } from '../http/views/fields';
import type { Words } from '../words/words';
import { kindsField, type FieldGroup, type PartMessages } from './criterion-fields.views';

/** The controls of a veto ground. */
export function groundFields(typed: DraftGround, said: PartMessages, words: Words): FieldGroup[] {
  const text = (name: GroundText, more: Partial<FieldInput> = {}): FieldInput => ({
    name,
    label: words.t(`rubrics.field.${name}`),
    value: typed[name],
    error: said.errors[name] ?? '',
    warn: said.warnings[name] ?? '',
    autocomplete: 'off',
    ...more,
  });
  const group = (key: string, fields: FieldGroup['fields']): FieldGroup => ({
    heading: words.t(`rubrics.group.${key}`),
    note: words.t(`rubrics.group.${key}.note`),
    fields,
  });
  return [
    group('ground', [
      textField(text('code', { hint: words.t('rubrics.ground.code.hint') })),
      areaField(text('nameZh', { rows: 2 })),
      areaField(text('nameEn', { rows: 2 })),
      areaField(text('basisZh', { rows: 2 })),
      areaField(text('basisEn', { rows: 2 })),
    ]),
    group('confirm', [
      kindsField('raisedBy', typed.raisedBy, said, words),
      radiosField({
        ...text('by'),
        options: ['seats', 'secretariat', 'leadingGroup'].map((value) => ({
          value,
          label: words.t(`rubrics.by.${value}`),
          selected: typed.by === value,
        })),
      }),
      checksField({
        name: 'functions[]',
        label: words.t('rubrics.field.functions'),
        hint: words.t('rubrics.field.functions.hint'),
        warn: said.warnings['functions'] ?? '',
        options: SEAT_FUNCTIONS.map((duty) => ({
          value: duty,
          label: words.t(`seatFunction.${duty}`),
          selected: typed.functions.includes(duty),
        })),
      }),
    ]),
  ];
}
