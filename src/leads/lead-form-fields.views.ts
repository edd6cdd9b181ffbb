import { controlName, isRequired, type Field as LeadField } from '../domain/lead/field';
import type { LeadContent } from '../domain/lead/content';
import type { FormValues } from '../domain/lead/form-values';
import {
  areaField,
  checksField,
  groupField,
  idOf,
  moneyField,
  numberField,
  radiosField,
  selectField,
  textField,
  type Field,
  type FieldInput,
} from '../http/views/fields';
import type { Words } from '../words/words';
import { optionsOf, type Choice } from './lead-form-options.views';
import { hintOf, labelOf, unitOf, whyOf } from './lead-words';
import { conversionOf } from '../domain/lead/units';
import { DEFAULT_LEAD_RULES } from '../domain/lead/lead-rules';
import { grouped, yiOf } from '../domain/lead/decimals';
import { withUnit } from './lead-values.views';

/** Everything a field of the form is made from. */
export interface FormContext {
  readonly content: LeadContent;
  readonly values: FormValues;
  /** Sentences by control name. */
  readonly errors: ReadonlyMap<string, string>;
  readonly warnings: ReadonlyMap<string, string>;
  /** Sentences that know the value, in place of the general hint. */
  readonly hints: ReadonlyMap<string, string>;
  /** Codes that may have been meant, said after what is wrong with the one that stands there. */
  readonly candidates: ReadonlyMap<string, string>;
  readonly hosts: readonly Choice[];
  readonly chains: readonly Choice[];
  readonly words: Words;
}

/** The form rows of a field of the table: one, or for lists one for each entry and a blank one. */
export function formFields(field: LeadField, context: FormContext): Field[] {
  if (field.kind === 'list' && field.parts !== undefined) return entryFields(field, context);
  if (field.kind === 'list') return [choiceFields(field, context)];
  if (field.kind === 'group')
    return [groupOf(field, field.code, context, labelOf(field.code, context.words))];
  return [single(field, field.code, context, false)];
}

/** A control with its label, unit, hint, warning and error. `stacked` inside a group. */
export function single(field: LeadField, control: string, context: FormContext, stacked: boolean): Field {
  const { words, values } = context;
  const given = values[control];
  const value = typeof given === 'string' ? given : '';
  const required = isRequired(field, context.content);
  const input: FieldInput = {
    name: control,
    label: labelOf(control, words),
    required,
    optional: !required && !stacked && field.asked?.(context.content) !== true && field.kind !== 'bool',
    value,
    ...messages(control, context),
    stacked,
  };
  const unit = unitOf(field, words);
  switch (field.kind) {
    case 'longText':
      return areaField({
        ...input,
        rows: stacked ? 2 : 4,
        ...(field.max === undefined ? {} : { max: field.max }),
      });
    case 'money':
      return moneyField({ ...input, ...reading(field, value, words) }, words);
    case 'number':
      return numberField({ ...input, unit, ...reading(field, value, words) });
    case 'count':
      return numberField({ ...input, unit, inputmode: 'numeric' });
    case 'bool':
      return field.threeWay ? yesOrNo(input, value, words) : tick(input, value, words);
    case 'multi': {
      const held = Array.isArray(given) ? given : [];
      const options = optionsOf(field, context).map((option) => ({
        ...option,
        selected: held.includes(option.value),
      }));
      return checksField({ ...input, name: `${control}[]`, id: idOf(control), options });
    }
    default:
      return typedOrChosen(field, input, value, context);
  }
}

function typedOrChosen(field: LeadField, input: FieldInput, value: string, context: FormContext): Field {
  const options = optionsOf(field, context);
  if (options.length > 0)
    return selectField({ ...input, options: withChosen(options, value, context.words) });
  if (field.kind === 'day' && /^(\d{4}-\d\d-\d\d)?$/.test(value))
    return textField({ ...input, type: 'date' });
  if (field.kind === 'month') return textField({ ...input, placeholder: '2026-09', inputmode: 'numeric' });
  if (field.kind === 'year') return textField({ ...input, inputmode: 'numeric' });
  if (field.code === 'uscc') return textField({ ...input, isCode: true, autocomplete: 'off' });
  const lookup = field.from === undefined ? undefined : LOOKUPS[field.from];
  if (lookup !== undefined)
    return textField({
      ...input,
      picker: `/leads/${lookup}`,
      pickerLabel: context.words.t(`lookups.link.${lookup}`),
    });
  if (field.format === 'phone') return textField({ ...input, type: 'tel', inputmode: 'tel' });
  return textField(field.format === 'email' ? { ...input, inputmode: 'email' } : input);
}

/** Codes that are looked up rather than chosen from a list. */
const LOOKUPS: Readonly<Record<string, string>> = { industry: 'industries', region: 'regions' };

/**
 * How a box with a unit is read: what the text comes to where another unit was written, and outside which lines the
 * script asks. People write 亿 and 平方米: the keyboard of a phone must not be one of digits alone.
 */
export function reading(field: LeadField, value: string, words: Words): Partial<FieldInput> {
  const { totalLowWan, totalMaxWan, landHighMu } = DEFAULT_LEAD_RULES;
  const lines =
    field.code === 'totalInvestmentWan'
      ? { low: totalLowWan, high: totalMaxWan }
      : field.kind === 'money'
        ? { high: totalMaxWan }
        : field.unit === 'mu'
          ? { high: landHighMu }
          : {};
  const found = conversionOf(value, field);
  const also = found === null ? {} : { also: quantityText(found.value, field, words) };
  return { reads: field.unit ?? '', inputmode: 'text', ...lines, ...also };
}

/** `52,000万元（5.2亿元）`, `45亩`. */
export function quantityText(value: string, field: LeadField, words: Words): string {
  const amount = withUnit(grouped(value), unitOf(field, words), words);
  if (field.kind !== 'money' || value.startsWith('-')) return amount;
  const yi = withUnit(yiOf(value), words.t('format.unit.yi'), words);
  return words.t('leads.also.with', { wan: amount, yi });
}

/** What was typed stays in the list even when the list does not know it. */
export function withChosen(options: readonly Choice[], value: string, words: Words) {
  const known = value === '' || options.some((option) => option.value === value);
  const all = [
    { value: '', label: words.t('ui.choose') },
    ...options,
    ...(known ? [] : [{ value, label: value }]),
  ];
  return all.map((option) => ({ ...option, selected: option.value === value }));
}

function tick(input: FieldInput, value: string, words: Words): Field {
  const said = ['true', 'on', '1', 'yes', '是'].includes(value.toLowerCase());
  return checksField({
    ...input,
    options: [{ value: 'true', label: words.t('lead.option.yesNo.yes'), selected: said }],
  });
}

function yesOrNo(input: FieldInput, value: string, words: Words): Field {
  const options = [
    { value: 'true', label: words.t('lead.option.yesNo.yes'), selected: value === 'true' },
    { value: 'false', label: words.t('lead.option.yesNo.no'), selected: value === 'false' },
  ];
  return radiosField({ ...input, options });
}

/** Several controls under one label. What is said of `about` (of the group itself, unless given) stands beside it. */
export function groupOf(
  field: LeadField,
  control: string,
  context: FormContext,
  label: string,
  about = control,
): Field {
  const fields = (field.parts ?? []).map((part) =>
    single(part, controlName(control, part.code), context, true),
  );
  const required = isRequired(field, context.content);
  const beside = about === '' ? {} : messages(about, context);
  return groupField({ name: control, label, required, fields, ...beside });
}

/** One group for each entry that was said, and a blank one; at least two. */
function entryFields(field: LeadField, context: FormContext): Field[] {
  const { values, words } = context;
  const places = Object.keys(values).flatMap((control) => {
    const place = new RegExp(`^${field.code}\\[(\\d+)\\]`).exec(control)?.[1];
    return place === undefined ? [] : [Number(place)];
  });
  const rows = Math.min(field.max ?? 10, Math.max(1, ...places.map((place) => place + 2)));
  return Array.from({ length: rows }, (_, i) => {
    const label = `${labelOf(field.code, words)}${rows === 1 ? '' : i + 1}`;
    const group = groupOf(field, controlName(field.code, i), context, label, i === 0 ? field.code : '');
    return { ...group, optional: true };
  });
}

/** An ordered list of codes: one list of choices for each place. */
function choiceFields(field: LeadField, context: FormContext): Field {
  const { words, values } = context;
  const given = values[field.code];
  const held = Array.isArray(given) ? (given as readonly string[]) : [];
  const fields = Array.from({ length: Math.max(field.max ?? 1, held.length) }, (_, i) =>
    selectField({
      name: `${field.code}[]`,
      id: `${field.code}-${i + 1}`,
      label: words.t('leads.form.choice', { n: i + 1 }),
      options: withChosen(context.hosts, held[i] ?? '', words),
      stacked: true,
    }),
  );
  const required = isRequired(field, context.content);
  return groupField({
    name: field.code,
    label: labelOf(field.code, words),
    required,
    fields,
    ...messages(field.code, context),
  });
}

function messages(control: string, { errors, warnings, hints, candidates, content, words }: FormContext) {
  const told = (sentences: ReadonlyMap<string, string>): string => {
    const sentence = sentences.get(control) ?? '';
    return sentence === '' ? '' : sentence + (candidates.get(control) ?? '');
  };
  return {
    error: told(errors),
    warn: told(warnings),
    hint: hints.get(control) ?? hintOf(control, words),
    why: control.includes('[') ? '' : whyOf(control, content.track, words),
  };
}
