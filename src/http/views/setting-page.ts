import { formatsFor } from '../../words/formats';
import type { Words } from '../../words/words';
import { byField, errorOf, typedText, type FieldError } from '../forms';
import { pageHead } from './acts';
import { areaField, errorSummary, textField, type ErrorSummary, type Field } from './fields';
import type { PageModel } from './frame';
import type { OfficeForm } from './office-form';

/** One version of a setting, as its history is told. */
export interface SettingVersionLine {
  readonly version: number;
  readonly reason: string;
  readonly changedAt: string;
  readonly changedByLabel: string;
}

/** The model of `settings/form`: what holds, the form that changes it, and who changed it before and why. */
export interface SettingPageModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly lead: string;
  readonly source: string;
  readonly action: string;
  readonly basedOn: string;
  readonly fields: readonly Field[];
  /** '' for those who only read. */
  readonly submit: string;
  readonly history: readonly {
    readonly id: string;
    readonly when: string;
    readonly who: string;
    readonly why: string;
  }[];
}

export interface SettingPageFacts {
  /** The stem of its sentences in the catalogues: `<word>.title`, `.lead`, `.source`. */
  readonly word: string;
  readonly href: string;
  readonly fields: readonly Field[];
  /** The version the form shows; 0 while the preset holds. */
  readonly version: number;
  readonly history: readonly SettingVersionLine[];
  readonly mayChange: boolean;
  readonly typedReason: string;
  readonly errors: readonly FieldError[];
}

export function settingPage(facts: SettingPageFacts, words: Words): SettingPageModel {
  const { word, href, fields, version, history, mayChange, typedReason, errors } = facts;
  const formats = formatsFor(words);
  const title = words.t(`${word}.title`);
  const standing =
    version === 0 ? words.t('citySetting.preset') : words.t('citySetting.version', { n: version });
  const reason = areaField({
    name: 'reason',
    label: words.t('citySetting.reason'),
    value: typedReason,
    error: errorOf(errors, 'reason'),
    rows: 2,
    required: true,
  });
  return {
    page: settingHead({ title, meta: [standing] }, words),
    errors: errorSummary(words.t('ui.errors.title', { n: errors.length }), byField(errors)),
    lead: words.t(`${word}.lead`),
    source: words.t(`${word}.source`),
    action: href,
    basedOn: String(version),
    fields: mayChange ? [...fields, reason] : fields,
    submit: mayChange ? words.t('citySetting.save') : '',
    history: history.map((line) => ({
      id: String(line.version),
      when: formats.dateTimeFull(line.changedAt),
      who: line.changedByLabel,
      why: line.reason,
    })),
  };
}

/** The model of `settings/setting`: a setting whose form has groups. */
export interface SettingOfficeModel extends PageModel {
  readonly intro: string;
  readonly form: OfficeForm;
  readonly history: {
    readonly items: readonly { at: string; text: string; mark: boolean; seal: null; light: null }[];
  } | null;
}

/** The frame of a page of settings: reached from the list of all of them. */
export function settingHead(
  head: Parameters<typeof pageHead>[0],
  words: Words,
  dataPage = 'setting',
): PageModel['page'] {
  return {
    title: head.title,
    dataPage,
    crumbs: [
      { label: words.t('menu.desk'), href: '/' },
      { label: words.t('menu.settings'), href: '/admin/settings' },
      { label: head.title },
    ],
    head: pageHead(head),
  };
}

/** Who changed a setting, when and why; null while nobody has. */
export function settingTimeline(
  history: readonly SettingVersionLine[],
  words: Words,
): SettingOfficeModel['history'] {
  if (history.length === 0) return null;
  return {
    items: history.map(({ version, changedAt, changedByLabel, reason }, at) => ({
      at: formatsFor(words).dateTimeFull(changedAt),
      text: words.t('policies.history.line', { n: version, by: changedByLabel, reason }),
      mark: at === 0,
      seal: null,
      light: null,
    })),
  };
}

/** The model of `settings/groups`: fields in groups, the reason, and what was changed before. */
export interface SettingGroupsModel extends PageModel {
  readonly errors: ErrorSummary | null;
  readonly action: string;
  readonly basedOn: string;
  readonly groups: readonly SettingGroup[];
  readonly reason: Field;
  /** '' for those who only read. */
  readonly submit: string;
  readonly historyTitle: string;
  readonly history: NonNullable<SettingOfficeModel['history']>;
}

export interface SettingGroup {
  readonly title: string;
  readonly note: string;
  readonly fields: readonly Field[];
}

export interface SettingGroupsFacts<T> {
  readonly current: { readonly value: T; readonly version: number };
  readonly history: readonly SettingVersionLine[];
  readonly mayChange: boolean;
  /** What was sent, when the form comes back. */
  readonly typed: Record<string, unknown> | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** `word`: the stem of its sentences: `.title`, `.version`, `.reason`, `.save`, `.history`, `.change`. */
export function settingGroups<T>(
  { current, history, mayChange, typed, errors }: SettingGroupsFacts<T>,
  page: { word: string; dataPage: string; href: string; groups: readonly SettingGroup[] },
  words: Words,
): SettingGroupsModel {
  const { word, dataPage, href, groups } = page;
  const meta = [words.t(`${word}.version`, { n: current.version })];
  return {
    page: settingHead({ title: words.t(`${word}.title`), meta }, words, dataPage),
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: href,
    basedOn: typed === null ? String(current.version) : typedText(typed, 'basedOn'),
    groups,
    reason: textField({
      name: 'reason',
      label: words.t(`${word}.reason`),
      required: true,
      value: typed === null ? '' : typedText(typed, 'reason'),
      error: errors['reason'] ?? '',
    }),
    submit: mayChange ? words.t(`${word}.save`) : '',
    historyTitle: words.t(`${word}.history`),
    history: {
      items: history.map(({ version, reason, changedAt, changedByLabel }) => ({
        at: formatsFor(words).dateTimeShort(changedAt),
        text: words.t(`${word}.change`, { n: version, by: changedByLabel, reason }),
        mark: false,
        seal: null,
        light: null,
      })),
    },
  };
}
