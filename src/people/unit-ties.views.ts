import type { Refusal } from '../domain/shared/refusal';
import { pageHead } from '../http/views/acts';
import { errorSummary, textField, type ErrorSummary, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { industryName } from '../reference/industries';
import type { Words } from '../words/words';
import type { Unit } from './person.entity';
import { levelField } from './unit-level.views';
import type { UnitTiesGiven } from './unit-ties.form';

/** The model of `people/unit`. */
export interface UnitTiesModel extends PageModel {
  errors: ErrorSummary | null;
  note: string;
  action: string;
  fields: Field[];
  /** '' for those who only read. */
  submit: string;
}

export interface UnitTiesFacts {
  readonly unit: Unit;
  readonly typed: UnitTiesGiven;
  readonly errors: Readonly<Record<string, string>>;
  readonly mayChange: boolean;
}

/** One unit as a form of what could tie it to an investor. */
export function unitTiesView({ unit, typed, errors, mayChange }: UnitTiesFacts, words: Words): UnitTiesModel {
  const field = (name: 'uscc' | 'groupParent' | 'industryCode', hint: string): Field =>
    textField({
      name,
      label: words.t(`unitTies.${name}`),
      hint: words.t(`unitTies.${name}.hint`),
      warn: hint,
      value: typed[name],
      error: errors[name] ?? '',
      optional: true,
      disabled: !mayChange,
      autocomplete: 'off',
    });
  return {
    page: {
      title: unit.name,
      dataPage: 'unit-show',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.units'), href: '/admin/units' },
        { label: unit.name },
      ],
      head: pageHead({ title: unit.name, meta: [unit.code, words.t(`unitKind.${unit.kind}`)] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    note: words.t('unitTies.note'),
    action: `/admin/units/${unit.id}`,
    fields: [
      levelField(
        { chosen: typed.level ?? '', none: 'unitLevel.none', error: errors['level'], disabled: !mayChange },
        words,
      ),
      field('uscc', ''),
      field('groupParent', ''),
      field('industryCode', nameOfIndustry(typed.industryCode)),
    ],
    submit: mayChange ? words.t('unitTies.submit') : '',
  };
}

const fields: Readonly<Record<string, keyof UnitTiesGiven>> = {
  unitUscc: 'uscc',
  groupParentLong: 'groupParent',
  unitIndustryUnknown: 'industryCode',
  unitLevelUnknown: 'level',
};

/** A refusal beside the control it is about. */
export function unitTiesErrors({ because, details }: Refusal, words: Words): Record<string, string> {
  const fault = details?.['fault'];
  const text =
    typeof fault === 'string' ? words.t(`unitTies.fault.${fault}`) : words.t(`refusal.${because}`, details);
  return { [fields[because] ?? 'uscc']: text };
}

/** Code and name, so that a slip is seen; '' while there is none. */
function nameOfIndustry(code: string): string {
  const name = code === '' ? null : industryName(code.toUpperCase());
  return name === null ? '' : `${code.toUpperCase()} ${name}`;
}
