import { parseWan, showWan } from '../../domain/shared/wan';
import type { Words } from '../../words/words';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly selected: boolean;
  readonly id: string;
}

/** The model of `field` and of every `field-*` partial: all keys, whatever the kind. Make it with a `Fields`. */
export interface Field {
  readonly isText: boolean;
  readonly isArea: boolean;
  readonly isMoney: boolean;
  readonly isNumber: boolean;
  readonly isSelect: boolean;
  readonly isChecks: boolean;
  readonly isRadios: boolean;
  readonly isFile: boolean;
  readonly isGroup: boolean;
  readonly id: string;
  readonly name: string;
  readonly label: string;
  readonly required: boolean;
  readonly optional: boolean;
  readonly value: string;
  readonly type: string;
  readonly inputmode: string;
  readonly autocomplete: string;
  readonly placeholder: string;
  readonly rows: string;
  readonly min: string;
  readonly max: string;
  readonly unit: string;
  /** Money in 亿元 beside the 万元 box, or any other reading of the value; `''` for none. */
  readonly also: string;
  readonly hint: string;
  /** Why it is asked, under the hint; `''` for none. */
  readonly why: string;
  /** The unit as the script knows it, so that `5.2亿` is read as one types; `''` for none. */
  readonly reads: string;
  /** Outside these the script asks whether another unit was meant; `''` for none. */
  readonly low: string;
  readonly high: string;
  /** The address of a search by name, pinyin or code; `''` for none. With it a link for browsers without script. */
  readonly picker: string;
  readonly pickerLabel: string;
  /** A code whose full-width symbols and spaces fall away when it is pasted. */
  readonly isCode: boolean;
  /** A photograph straight from the camera of a phone. */
  readonly fromCamera: boolean;
  /** Stands in place of the hint; the form can be sent all the same. */
  readonly warn: string;
  readonly error: string;
  readonly disabled: boolean;
  readonly accept: string;
  readonly multiple: boolean;
  readonly options: readonly Option[];
  /** The fields of a group, side by side. */
  readonly fields: readonly Field[];
  /** The class of the row, with the state in it. */
  readonly row: string;
  /** The ids that `aria-describedby` names. */
  readonly describedBy: string;
}

export interface FieldInput {
  readonly name: string;
  readonly label: string;
  readonly id?: string;
  readonly required?: boolean;
  readonly optional?: boolean;
  readonly value?: string;
  readonly type?:
    'text' | 'email' | 'password' | 'search' | 'tel' | 'url' | 'date' | 'datetime-local' | 'month';
  readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email';
  readonly autocomplete?: string;
  readonly placeholder?: string;
  readonly rows?: number;
  readonly min?: number;
  readonly max?: number;
  readonly unit?: string;
  readonly also?: string;
  readonly hint?: string;
  readonly why?: string;
  readonly reads?: string;
  readonly low?: string;
  readonly high?: string;
  readonly picker?: string;
  readonly pickerLabel?: string;
  readonly isCode?: boolean;
  readonly fromCamera?: boolean;
  readonly warn?: string;
  readonly error?: string;
  readonly disabled?: boolean;
  readonly accept?: string;
  readonly multiple?: boolean;
  readonly options?: readonly { value: string; label: string; selected?: boolean }[];
  readonly fields?: readonly Field[];
  /** Label above the control instead of beside it: narrow forms, dialogs, groups. */
  readonly stacked?: boolean;
  /** A group whose fields take the whole width beside the label. */
  readonly wide?: boolean;
}

type Kind = 'Text' | 'Area' | 'Money' | 'Number' | 'Select' | 'Checks' | 'Radios' | 'File' | 'Group';

export const textField = (input: FieldInput): Field => field('Text', input);
export const areaField = (input: FieldInput): Field => field('Area', input);
export const numberField = (input: FieldInput): Field => field('Number', input);
export const selectField = (input: FieldInput): Field => field('Select', input);
export const checksField = (input: FieldInput): Field => field('Checks', input);
export const radiosField = (input: FieldInput): Field => field('Radios', input);
export const fileField = (input: FieldInput): Field => field('File', input);
export const groupField = (input: FieldInput): Field => field('Group', input);

/** An amount in 万元, with the same in 亿元 beside it whenever the text can be read as one. */
export function moneyField(input: FieldInput, words: Words): Field {
  return field('Money', {
    ...input,
    unit: input.unit ?? words.t('format.unit.wan'),
    reads: 'wan',
    also: input.also ?? inYi(input.value ?? '', words),
  });
}

function inYi(text: string, words: Words): string {
  const amount = parseWan(text);
  if (amount === null) return '';
  const shown = showWan(amount);
  const n = shown.bigUnit === 'yi' ? shown.big : shown.small;
  return words.t('format.amount', { n, unit: words.t('format.unit.yi') });
}

function field(kind: Kind, input: FieldInput): Field {
  const id = input.id ?? idOf(input.name);
  const { error = '', warn = '', hint = '' } = input;
  const state = error ? ' is-error' : warn ? ' is-warn' : '';
  return {
    id,
    name: input.name,
    label: input.label,
    required: input.required ?? false,
    optional: input.optional ?? false,
    value: input.value ?? '',
    type: input.type ?? 'text',
    inputmode: input.inputmode ?? (kind === 'Money' || kind === 'Number' ? 'decimal' : ''),
    autocomplete: input.autocomplete ?? '',
    placeholder: input.placeholder ?? '',
    rows: String(input.rows ?? 4),
    min: input.min === undefined ? '' : String(input.min),
    max: input.max === undefined ? '' : String(input.max),
    unit: input.unit ?? '',
    also: input.also ?? '',
    hint: warn ? '' : hint,
    why: input.why ?? '',
    reads: input.reads ?? '',
    low: input.low ?? '',
    high: input.high ?? '',
    picker: input.picker ?? '',
    pickerLabel: input.pickerLabel ?? '',
    isCode: input.isCode ?? false,
    fromCamera: input.fromCamera ?? false,
    warn,
    error,
    disabled: input.disabled ?? false,
    accept: input.accept ?? '',
    multiple: input.multiple ?? false,
    options: (input.options ?? []).map((option, n) => ({
      value: option.value,
      label: option.label,
      selected: option.selected ?? false,
      id: n === 0 && kind !== 'Select' ? id : `${id}-${n}`,
    })),
    fields: input.fields ?? [],
    row:
      (input.stacked ? 'form-stack' : 'form-row') +
      (input.wide ? ' is-wide' : '') +
      (hasLongChoices(kind, input) ? ' one-a-line' : '') +
      state,
    describedBy: [error && `${id}-error`, (warn || hint || input.why) && `${id}-note`]
      .filter(Boolean)
      .join(' '),
    // Last, because V8 takes about a microsecond for each property that follows a spread.
    ...none,
    [`is${kind}`]: true,
  };
}

/** Sentences to choose from stand under one another; words stand side by side. Han characters are two columns wide. */
function hasLongChoices(kind: string, { options = [] }: FieldInput): boolean {
  const columns = (label: string): number => label.replace(/[^\u0000-\u00ff]/g, '::').length;
  return (kind === 'Checks' || kind === 'Radios') && options.some(({ label }) => columns(label) > 40);
}

const none = {
  isText: false,
  isArea: false,
  isMoney: false,
  isNumber: false,
  isSelect: false,
  isChecks: false,
  isRadios: false,
  isFile: false,
  isGroup: false,
};

/** `contact[name]` becomes `contact-name`: the id of a control, and the target of the error summary's link. */
export function idOf(name: string): string {
  return name.replace(/[^a-zA-Z0-9]+/g, '-').replace(/-$/, '');
}

/** The model of `error-summary`: each message links to its control. */
export interface ErrorSummary {
  readonly title: string;
  readonly items: readonly { readonly href: string; readonly text: string; readonly note: string }[];
}

/** Null when nothing is wrong. `errors` are messages with their field, as `validateForm` gives them, or by field name. */
export function errorSummary(
  title: string,
  errors: Readonly<Record<string, string>> | readonly { readonly field: string; readonly message: string }[],
): ErrorSummary | null {
  const list = Array.isArray(errors)
    ? (errors as readonly { field: string; message: string }[])
    : Object.entries(errors).map(([field, message]) => ({ field, message: String(message) }));
  const items = list.map(({ field: name, message }) => ({ href: `#${idOf(name)}`, text: message, note: '' }));
  return items.length === 0 ? null : { title, items };
}
