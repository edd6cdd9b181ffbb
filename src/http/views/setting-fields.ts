import { errorOf, type FieldError } from '../forms';
import { listAt, textAt } from '../setting-form';
import type { Words } from '../../words/words';
import {
  areaField,
  checksField,
  moneyField,
  numberField,
  radiosField,
  selectField,
  textField,
  type Field,
  type FieldInput,
} from './fields';

type Body = Readonly<Record<string, unknown>>;
type More = Omit<FieldInput, 'name' | 'value' | 'error'>;
type Choice = { readonly value: string; readonly label: string };

/** The controls of a setting's form, each with what is in it and what is wrong with it. */
export class SettingFields {
  constructor(
    readonly body: Body,
    private readonly errors: readonly FieldError[],
    private readonly word: string,
    readonly words: Words,
    /** Whether something will be typed, so that empty rows are wanted; otherwise values are shown. */
    readonly isForm = false,
  ) {}

  number(name: string, more: Partial<More> = {}): Field {
    return numberField({ inputmode: 'numeric', ...this.base(name, more) });
  }

  money(name: string, more: Partial<More> = {}): Field {
    return moneyField(this.base(name, more), this.words);
  }

  text(name: string, more: Partial<More> = {}): Field {
    return textField({ autocomplete: 'off', ...this.base(name, more) });
  }

  area(name: string, more: Partial<More> = {}): Field {
    return areaField(this.base(name, more));
  }

  /** Yes or no: one box, whose words are `<name>.yes` unless given. */
  tick(name: string, more: Partial<More> & { yes?: string } = {}): Field {
    const { yes = this.words.t(`${this.word}.${name}.yes`), ...rest } = more;
    const selected = textAt(this.body, name) !== '';
    return checksField({
      ...this.base(name, rest),
      required: false,
      options: [{ value: '1', label: yes, selected }],
    });
  }

  /** Any of several; the name of each box ends in `[]`. */
  checks(name: string, choices: readonly Choice[], more: Partial<More> = {}): Field {
    const chosen = listAt(this.body, name);
    const options = choices.map((one) => ({ ...one, selected: chosen.includes(one.value) }));
    return checksField({
      optional: true,
      ...this.base(name, more),
      name: `${name}[]`,
      required: false,
      options,
    });
  }

  radios(name: string, choices: readonly Choice[], more: Partial<More> = {}): Field {
    const base = this.base(name, more);
    return radiosField({ ...base, options: chosen(choices, base) });
  }

  select(name: string, choices: readonly Choice[], more: Partial<More> = {}): Field {
    const base = this.base(name, more);
    return selectField({ ...base, options: chosen(choices, base) });
  }

  private base(name: string, more: Partial<More>): FieldInput {
    return {
      required: more.optional !== true,
      ...more,
      name,
      label: more.label ?? this.words.t(`${this.word}.${name}`),
      value: textAt(this.body, name),
      error: errorOf(this.errors, name),
    };
  }
}

/** The choices with the one that stands marked. */
function chosen(choices: readonly Choice[], { value }: FieldInput): FieldInput['options'] {
  return choices.map((one) => ({ ...one, selected: one.value === value }));
}
