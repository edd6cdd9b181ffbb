import { MOST_SITES } from '../domain/host/read-profile';
import type { FieldProblem } from '../domain/lead/problem';
import { groupField, numberField, selectField, textField, type Field } from '../http/views/fields';
import type { Words } from '../words/words';

/** Rows that stand ready to be filled in. */
const SPARE = 2;

/** Makes the controls of the profile form, each with what stands in it and what is wrong with it. */
export class ProfileControls {
  constructor(
    protected readonly values: Readonly<Record<string, unknown>>,
    private readonly problems: readonly FieldProblem[],
    protected readonly words: Words,
  ) {}

  problemIn({ field, because, details }: FieldProblem): string {
    const part = this.labelOf(field);
    const what = this.words.t(`hostProfile.problem.${because}`, details);
    return this.words.t('hostProfile.problemIn', { part, what });
  }

  /** What has been filled in, and rows to fill in. */
  protected rows(list: string, fieldsOf: (at: string) => Field[]): Field[] {
    const filled = Object.keys(objectOf(this.values[list])).filter((key) => /^\d{1,4}$/.test(key));
    const next = filled.reduce((most, key) => Math.max(most, Number(key) + 1), 0);
    const spare = Array.from(
      { length: Math.min(SPARE, Math.max(0, MOST_SITES - filled.length)) },
      (_, n) => next + n,
    );
    return [...filled.map(Number), ...spare].map((index, place) =>
      groupField({
        name: `${list}-${index}`,
        label: this.words.t(`hostProfile.form.${list}.row`, { n: place + 1 }),
        fields: fieldsOf(`${list}[${index}]`),
      }),
    );
  }

  protected choices(values: readonly string[], prefix: string): { value: string; label: string }[] {
    return [
      { value: '', label: this.words.t('ui.choose') },
      ...values.map((value) => ({ value, label: this.words.t(`${prefix}.${value}`) })),
    ];
  }

  protected select(
    control: string,
    options: readonly { value: string; label: string }[],
    more: { hint?: string } = {},
  ): Field {
    const value = this.valueOf(control);
    const shown = options.map((option) => ({ ...option, selected: option.value === value }));
    return selectField({ ...this.base(control), ...more, options: shown });
  }

  protected number(control: string, unit: string): Field {
    return numberField({ ...this.base(control), unit, value: this.valueOf(control) });
  }

  protected text(control: string): Field {
    return textField({ ...this.base(control), value: this.valueOf(control), autocomplete: 'off' });
  }

  protected date(control: string): Field {
    return textField({ ...this.base(control), type: 'date', value: this.valueOf(control) });
  }

  protected base(control: string) {
    const found = this.problems.find(({ field }) => field === control);
    const error = found ? this.words.t(`hostProfile.problem.${found.because}`, found.details) : '';
    return {
      name: control,
      label: this.labelOf(control, false),
      error,
      stacked: /^(parcels|plants|headroom|prices)\[/.test(control),
    };
  }

  /** `地块1：面积`; beside its control the part alone. */
  private labelOf(control: string, whole = true): string {
    const [first = '', second = '', third = ''] = control.split(/[[\]]+/).filter((step) => step !== '');
    if (third === '' && second === '') return this.words.t(`hostProfile.field.${first}`);
    if (first === 'contact') return this.words.t(`hostProfile.contact.${second}`);
    const part = this.words.t(`hostProfile.field.${first === 'prices' ? 'price' : first}.${third}`);
    if (!whole) return part;
    const of =
      first === 'headroom'
        ? this.words.t(`hostProfile.element.${second}`)
        : first === 'prices'
          ? this.words.t(`hostProfile.price.${second}`)
          : this.words.t(`hostProfile.form.${first}.row`, { n: Number(second) + 1 });
    return this.words.t('hostProfile.partOf', { of, part });
  }

  protected valueOf(control: string): string {
    let value: unknown = this.values;
    for (const step of control.split(/[[\]]+/).filter((one) => one !== '')) value = objectOf(value)[step];
    if (Array.isArray(value)) return value.filter((one) => typeof one === 'string').join(' ');
    return typeof value === 'string' ? value : '';
  }
}

function objectOf(value: unknown): Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return {};
  return Array.isArray(value)
    ? Object.fromEntries(Object.entries(value as object))
    : (value as Record<string, unknown>);
}
