import { hundredths, parseWan } from '../../domain/shared/wan';
import { formatsFor } from '../../words/formats';
import type { Words } from '../../words/words';
import { errorOf, type FieldError } from '../forms';
import { textAt, type SettingReading } from '../setting-form';
import { pageHead, type PageHeadInput } from './acts';
import { areaField, errorSummary, type ErrorSummary, type Field } from './fields';
import type { PageModel } from './frame';
import { SettingFields } from './setting-fields';

type Body = Readonly<Record<string, unknown>>;

/** A page of `/admin/settings`: one setting of the city, its form and how it came about. */
export interface SettingPage<T> {
  readonly href: string;
  /** The stem of its sentences in the catalogues: `<word>.title`, `.intro`, and `.<name>` for each control. */
  readonly word: string;
  readonly dataPage: string;
  readonly acts?: (words: Words) => PageHeadInput['acts'];
  /** The form that was not touched, name by name. */
  typed(value: T, words: Words): Body;
  /** The form as it was sent, with its rows closed up. */
  tidy?(body: Body): Body;
  groups(fields: SettingFields): readonly SettingGroup[];
  hidden?(body: Body): readonly { readonly name: string; readonly value: string }[];
  /** What it gives counts where nothing is wrong. */
  read(form: SettingReading): T;
}

export interface SettingGroup {
  readonly title?: string;
  readonly note?: string;
  readonly fields: readonly Field[];
}

/** One version of a setting, as its history is told. */
export interface SettingVersion {
  readonly id: string;
  readonly version: number;
  readonly reason: string;
  readonly changedAt: string;
  readonly changedByLabel: string;
}

/** The values of a version, ready to print, by the names of their controls. */
type Facts = ReadonlyMap<string, { readonly label: string; readonly value: string }>;

/** The model of `settings/page`: the form first, then who changed it before, what and why. */
export interface SettingPageModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly intro: string;
  /** Null for those who only read: they see `facts`. */
  readonly form: {
    readonly action: string;
    readonly hidden: readonly { readonly name: string; readonly value: string }[];
    readonly groups: readonly Required<SettingGroup>[];
    readonly reason: Field;
  } | null;
  readonly facts: {
    readonly two: boolean;
    readonly items: readonly { label: string; value: string; sub: string }[];
  };
  readonly history: readonly { id: string; at: string; text: string; changes: readonly string[] }[];
}

export interface SettingPageFacts<T> {
  readonly current: { readonly value: T; readonly version: number };
  readonly preset: T;
  /** The newest first, each with its value. */
  readonly history: readonly (SettingVersion & { readonly value: T })[];
  readonly mayChange: boolean;
  /** What was sent, where the form comes back. */
  readonly sent: { readonly body: Body; readonly errors: readonly FieldError[] } | null;
}

export function settingPage<T>(
  { current, preset, history, mayChange, sent }: SettingPageFacts<T>,
  page: SettingPage<T>,
  words: Words,
): SettingPageModel {
  const body = sent?.body ?? page.typed(current.value, words);
  const errors = sent?.errors ?? [];
  const fields = new SettingFields(body, errors, page.word, words, mayChange);
  const groups = page.groups(fields).map((group) => ({ title: '', note: '', ...group }));
  const reason = areaField({
    name: 'reason',
    label: words.t('citySetting.reason'),
    hint: words.t('citySetting.reason.hint'),
    value: textAt(body, 'reason'),
    error: errorOf(errors, 'reason'),
    rows: 2,
    max: 500,
    required: true,
  });
  const factsOf = (value: T): Facts =>
    settingFacts(page.groups(new SettingFields(page.typed(value, words), [], page.word, words)), words);
  const named = settingFacts([...groups, { fields: [reason] }], words);
  const values = [...history.map(({ value }) => value), preset].map(factsOf);
  const title = words.t(`${page.word}.title`);
  return {
    page: {
      title,
      dataPage: page.dataPage,
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({
        title,
        meta: [words.t('citySetting.version', { n: current.version })],
        acts: page.acts?.(words) ?? [],
      }),
    },
    errors: errorSummary(
      words.t('citySetting.error.title', { n: errors.length }),
      errors.map(({ field, message }) => {
        const label = named.get(field)?.label;
        return { field, message: label ? words.t('citySetting.error.line', { label, message }) : message };
      }),
    ),
    intro: words.t(`${page.word}.intro`),
    form: !mayChange
      ? null
      : {
          action: page.href,
          hidden: [{ name: 'basedOn', value: String(current.version) }, ...(page.hidden?.(body) ?? [])],
          groups,
          reason,
        },
    facts: {
      two: true,
      items: [...factsOf(current.value).values()].map((fact) => ({ ...fact, sub: '' })),
    },
    history: history.map(({ id, version: n, reason: why, changedAt, changedByLabel: by }, at) => ({
      id,
      at: formatsFor(words).dateTimeFull(changedAt),
      text: words.t('citySetting.line', { n, by, reason: why }),
      changes: changes(values[at], values[at + 1], words),
    })),
  };
}

/** What one version says otherwise than the one before it. */
function changes(newer: Facts = new Map(), older: Facts = new Map(), words: Words): string[] {
  const gone = [...older].filter(([name]) => !newer.has(name));
  return [
    ...[...newer].filter(([name, { value }]) => older.get(name)?.value !== value).map(([, fact]) => fact),
    ...gone.map(([, { label }]) => ({ label, value: words.t('citySetting.none') })),
  ].map((fact) => words.t('citySetting.change', fact));
}

/** The values of a form by the names of its controls; a label that stands twice is told apart by its heading. */
function settingFacts(groups: readonly SettingGroup[], words: Words): Facts {
  const rows = groups.flatMap(({ title = '', fields }) =>
    fields.flatMap((field) =>
      field.isGroup
        ? field.fields.map((part) => ({ part, head: field.label }))
        : [{ part: field, head: title }],
    ),
  );
  const twice = (label: string): boolean => rows.filter(({ part }) => part.label === label).length > 1;
  return new Map(
    rows.map(({ part, head }) => {
      const label =
        head !== '' && twice(part.label)
          ? words.t('citySetting.under', { head, label: part.label })
          : part.label;
      return [part.name.replace(/\[\]$/, ''), { label, value: shown(part, words) }];
    }),
  );
}

function shown(field: Field, words: Words): string {
  const none = words.t('citySetting.none');
  if (field.options.length > 0) {
    const chosen = field.options.filter(({ selected }) => selected).map(({ label }) => label);
    return chosen.join(words.t('format.comma')) || none;
  }
  const amount = field.isMoney ? parseWan(field.value) : null;
  if (amount !== null) return formatsFor(words).wan(hundredths(amount)).text;
  if (field.value === '') return none;
  return field.unit === '' ? field.value : words.t('format.amount', { n: field.value, unit: field.unit });
}
