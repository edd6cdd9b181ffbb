import { OPEN_HOURS } from '../domain/privacy/disclosures';
import { pageHead } from '../http/views/acts';
import { listSheet } from '../http/views/list-sheet';
import {
  areaField,
  errorSummary,
  radiosField,
  textField,
  type ErrorSummary,
  type Field,
} from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import type { Sheet } from '../http/spreadsheet';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { DISCLOSURE_BASES } from './disclosure.entity';
import type { DisclosureLine, DisclosurePage } from './disclosures.queries';

/** The model of `disclosures/index`. */
export interface DisclosuresModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly fields: readonly Field[];
  readonly rows: readonly {
    readonly id: string;
    readonly href: string;
    readonly about: string;
    readonly basis: string;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  }[];
}

export interface DisclosureFormState {
  readonly typed: Readonly<Record<string, unknown>>;
  readonly errors: Readonly<Record<string, string>>;
}

/** What was handed out so far, and for those who may the form for another. `form` null for those who only watch. */
export function disclosuresView(
  lines: readonly DisclosureLine[],
  form: DisclosureFormState | null,
  words: Words,
): DisclosuresModel {
  const title = words.t('disclosures.title');
  const errors = form?.errors ?? {};
  return {
    page: {
      title,
      dataPage: 'disclosure-index',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({
        title,
        meta: [words.t('disclosures.intro'), words.t('disclosures.open', { n: OPEN_HOURS })],
      }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: form === null ? [] : fieldsOf(form, words),
    rows: lines.map(({ id, about, basis, documentNo, reason, madeByLabel, madeAt, open }) => ({
      id,
      href: open ? `/admin/disclosures/${id}` : '',
      about: about ?? words.t('disclosures.aboutContact'),
      basis: words.t('disclosures.basisLine', {
        basis: words.t(`disclosures.basis.${basis}`),
        no: documentNo,
      }),
      reason,
      by: madeByLabel,
      at: formatsFor(words).dateTime(madeAt),
    })),
  };
}

function fieldsOf({ typed, errors }: DisclosureFormState, words: Words): Field[] {
  const value = (name: string): string => (typeof typed[name] === 'string' ? String(typed[name]) : '');
  const given = (name: string) => ({
    name,
    label: words.t(`disclosures.${name}`),
    value: value(name),
    error: errors[name] ?? '',
    required: true,
  });
  return [
    textField({ ...given('who'), hint: words.t('disclosures.whoHint'), autocomplete: 'off' }),
    radiosField({
      name: 'basis',
      label: words.t('disclosures.basis'),
      required: true,
      error: errors['basis'] ?? '',
      options: DISCLOSURE_BASES.map((basis) => ({
        value: basis,
        label: words.t(`disclosures.basis.${basis}`),
        selected: value('basis') === basis,
      })),
    }),
    textField({ ...given('documentNo'), hint: words.t('disclosures.documentNoHint') }),
    areaField({ ...given('reason'), rows: 2 }),
  ];
}

/** The model of `disclosures/show`: to be read, printed, and given to the person. */
export interface DisclosureModel extends PageModel {
  readonly intro: readonly string[];
  readonly sections: readonly {
    readonly id: string;
    readonly title: string;
    readonly count: string;
    readonly heads: readonly string[];
    readonly rows: readonly {
      readonly cells: readonly { readonly text: string; readonly label: string }[];
    }[];
  }[];
  readonly empty: string;
}

export function disclosureView({ disclosure, about, found }: DisclosurePage, words: Words): DisclosureModel {
  const title = words.t('disclosures.show.title', { about });
  const fmt = formatsFor(words);
  return {
    page: {
      title,
      dataPage: 'disclosure-show',
      wide: true,
      crumbs: [{ label: words.t('disclosures.title'), href: '/admin/disclosures' }, { label: title }],
      head: pageHead({
        title,
        meta: [
          words.t('disclosures.basisLine', {
            basis: words.t(`disclosures.basis.${disclosure.basis}`),
            no: disclosure.documentNo,
          }),
          words.t('disclosures.madeLine', {
            by: disclosure.madeByLabel,
            at: fmt.dateTimeFull(disclosure.madeAt),
          }),
        ],
        acts: [
          {
            label: words.t('exchange.export.download'),
            href: `/admin/disclosures/${disclosure.id}/records.xlsx`,
          },
        ],
      }),
    },
    intro: ['left', 'others', 'correct'].map((name) => words.t(`disclosures.show.${name}`)),
    sections: found.map(({ table, rows, more }) => {
      const columns = Object.keys(rows[0] ?? {});
      const heads = columns.map((column) => columnWord(column, words));
      return {
        id: table,
        title: words.t(`disclosures.table.${table}`),
        count: words.t(more ? 'disclosures.countMore' : 'disclosures.count', { n: rows.length }),
        heads,
        rows: rows.map((row) => ({
          cells: columns.map((column, at) => ({
            text: shown(row[column] ?? null, words),
            label: heads[at] ?? '',
          })),
        })),
      };
    }),
    empty: found.length === 0 ? words.t('disclosures.show.empty') : '',
  };
}

/** A sheet for each kind of record. */
export function disclosureSheets({ sections, page }: DisclosureModel): Sheet[] {
  if (sections.length === 0) return [listSheet(page.title, [], [])];
  return sections.map(({ title, heads, rows }) =>
    listSheet<(typeof rows)[number]>(
      title,
      heads.map((head, at) => [head, 24, ({ cells }) => cells[at]?.text ?? '']),
      rows,
    ),
  );
}

export const columnWord = (column: string, words: Words): string => words.t(`disclosures.column.${column}`);

/** Times in Beijing; who it is about, and others, by a word. */
function shown(value: string | number | null, words: Words): string {
  if (value === null) return '';
  if (value === '=') return words.t('disclosures.self');
  if (value === '≠') return words.t('disclosures.another');
  const text = String(value);
  return /^\d{4}-\d{2}-\d{2}T[\d:.]+Z$/.test(text) ? formatsFor(words).dateTimeFull(text) : text;
}
