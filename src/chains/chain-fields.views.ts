import { FIRM_STATES, PLACES, STANDINGS } from '../domain/chain/chain';
import { typedText } from '../http/forms';
import {
  areaField,
  checksField,
  errorSummary,
  numberField,
  selectField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';

export type Typed = Readonly<Record<string, unknown>>;
export type Errors = Readonly<Record<string, string>>;
export type Choice = { readonly id: string; readonly name: string };

/** The model of `chains/form`. */
export interface ChainFormModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly back: string;
  readonly removal: object | null;
  readonly visits: readonly { readonly href: string; readonly text: string }[];
}

/** Fields of one form, each with what was typed and what is wrong with it. */
class Fields {
  constructor(
    private readonly typed: Typed,
    private readonly errors: Errors,
    private readonly words: Words,
  ) {}

  shared(name: string, word: string) {
    const { words } = this;
    const hint = `chains.hint.${word}`;
    return {
      name,
      label: words.t(`chains.field.${word}`),
      value: typedText({ ...this.typed }, name),
      error: this.errors[name] ?? '',
      hint: words.has(hint) ? words.t(hint) : '',
      autocomplete: 'off',
    };
  }

  select(name: string, word: string, options: readonly Choice[], none = ''): Field {
    const shared = this.shared(name, word);
    const first = none === '' ? [] : [{ value: '', label: none, selected: shared.value === '' }];
    const rest = options.map(({ id, name: label }) => ({ value: id, label, selected: id === shared.value }));
    return selectField({
      ...shared,
      required: none === '',
      optional: none !== '',
      options: [...first, ...rest],
    });
  }
}

/** `isNew`: the code can only be given once. */
export function chainFields(
  typed: Typed,
  errors: Errors,
  { people, isNew }: { readonly people: readonly Choice[]; readonly isNew: boolean },
  words: Words,
): Field[] {
  const fields = new Fields(typed, errors, words);
  const standings = STANDINGS.map((id) => ({ id, name: words.t(`chains.standing.${id}`) }));
  return [
    textField({ ...fields.shared('nameZh', 'nameZh'), required: true }),
    textField({ ...fields.shared('nameEn', 'nameEn'), required: true }),
    ...(isNew ? [textField({ ...fields.shared('code', 'code'), required: true })] : []),
    numberField({ ...fields.shared('year', 'year'), required: true, inputmode: 'numeric' }),
    fields.select('standing', 'standing', standings),
    fields.select('keeperId', 'keeper', people, words.t('chains.keeper.none')),
  ];
}

export function segmentFields(typed: Typed, errors: Errors, words: Words): Field[] {
  const fields = new Fields(typed, errors, words);
  const places = PLACES.map((id) => ({ id, name: words.t(`chains.place.${id}`) }));
  return [
    textField({ ...fields.shared('name', 'segmentName'), required: true }),
    fields.select('place', 'place', places),
    numberField({ ...fields.shared('position', 'position'), required: true, inputmode: 'numeric' }),
    textField({ ...fields.shared('words', 'words'), optional: true }),
    checksField({
      ...fields.shared('isGap', 'isGap'),
      options: [
        { value: '1', label: words.t('chains.gap.yes'), selected: typedText({ ...typed }, 'isGap') === '1' },
      ],
    }),
    areaField({ ...fields.shared('wanted', 'wanted'), optional: true, rows: 2, max: 200 }),
  ];
}

export function firmFields(typed: Typed, errors: Errors, segments: readonly Choice[], words: Words): Field[] {
  const fields = new Fields(typed, errors, words);
  const states = FIRM_STATES.map((id) => ({ id, name: words.t(`chains.firmState.${id}`) }));
  return [
    textField({ ...fields.shared('name', 'firmName'), required: true }),
    textField({ ...fields.shared('uscc', 'uscc'), optional: true }),
    textField({ ...fields.shared('region', 'region'), optional: true }),
    fields.select('segmentId', 'segment', segments, words.t('chains.segment.none')),
    fields.select('state', 'firmState', states),
    areaField({ ...fields.shared('note', 'note'), optional: true, rows: 3, max: 500 }),
  ];
}

export function summaryOf(errors: Errors, words: Words): ErrorSummary | null {
  return errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors);
}
