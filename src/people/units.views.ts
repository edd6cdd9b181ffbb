import { typedText } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { errorSummary, ErrorSummary, Field, selectField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { UnitRow } from './directory.queries';
import { levelField } from './unit-level.views';
import { UNIT_KINDS } from './person.entity';
import { exportAct, listSheet } from '../http/views/list-sheet';
import type { Sheet } from '../http/spreadsheet';

export interface UnitsModel extends PageModel {
  rows: {
    id: string;
    name: string;
    code: string;
    kind: string;
    level: string;
    people: string;
    href: string;
    self: string;
  }[];
  errors: ErrorSummary | null;
  /** Empty for those who only read. */
  fields: Field[];
}

export interface UnitsFacts {
  readonly units: readonly UnitRow[];
  readonly mayChange: boolean;
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** The units, and for administrators the form that adds one. */
export function unitsView({ units, mayChange, typed, errors }: UnitsFacts, words: Words): UnitsModel {
  const title = words.t('menu.units');
  return {
    page: {
      title,
      dataPage: 'unit-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('admin.units.count', { n: units.length })],
        acts: [
          ...(mayChange ? [{ label: words.t('admin.units.new'), href: '#new' }] : []),
          exportAct('/admin/units.xlsx', words),
        ],
      }),
    },
    rows: units.map(({ id, name, code, kind, level, people }) => ({
      id,
      name,
      code,
      kind: words.t(`unitKind.${kind}`),
      level: words.t(`unitLevel.${level ?? 'none'}`),
      people: String(people),
      href: `/admin/people?unit=${id}`,
      self: `/admin/units/${id}`,
    })),
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: mayChange ? fieldsOf(typed, errors, words) : [],
  };
}

function fieldsOf(typed: UnitsFacts['typed'], errors: UnitsFacts['errors'], words: Words): Field[] {
  const text = (name: string, label: string, hint: string): Field =>
    textField({
      name,
      label: words.t(label),
      hint: words.t(hint),
      value: typedText({ ...typed }, name),
      error: errors[name] ?? '',
      required: true,
      autocomplete: 'off',
    });
  const kind = typedText({ ...typed }, 'kind');
  return [
    text('name', 'admin.field.unitName', 'admin.hint.unitName'),
    text('code', 'admin.field.code', 'admin.hint.code'),
    selectField({
      name: 'kind',
      label: words.t('admin.field.kind'),
      required: true,
      error: errors['kind'] ?? '',
      options: [
        { value: '', label: words.t('ui.choose'), selected: kind === '' },
        ...UNIT_KINDS.map((one) => ({
          value: one,
          label: words.t(`unitKind.${one}`),
          selected: one === kind,
        })),
      ],
    }),
    levelField(
      { chosen: typedText({ ...typed }, 'level'), none: 'unitLevel.usual', error: errors['level'] },
      words,
    ),
  ];
}

/** The units to take away. */
export function unitSheet(model: UnitsModel, words: Words): Sheet {
  return listSheet(
    words.t('menu.units'),
    [
      [words.t('admin.field.unitName'), 34, 'name'],
      [words.t('admin.field.code'), 18, 'code'],
      [words.t('admin.field.kind'), 14, 'kind'],
      [words.t('admin.units.people'), 10, 'people'],
    ],
    model.rows,
  );
}
