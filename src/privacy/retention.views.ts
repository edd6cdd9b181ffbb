import { RETENTION_LIMITS, retention, type Retention } from '../domain/privacy/retention';
import { pageHead } from '../http/views/acts';
import { areaField, errorSummary, numberField } from '../http/views/fields';
import type { CitySettingVersion } from '../settings/city-setting.entity';
import type { CurrentSetting } from '../settings/city-settings.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface RetentionInput {
  readonly current: CurrentSetting<Retention>;
  readonly history: readonly CitySettingVersion[];
  readonly mayChange: boolean;
  readonly typed: Readonly<Record<string, unknown>> | null;
  readonly errors: Readonly<Record<string, string>>;
}

const terms = ['accessLogMonths', 'contactMonths'] as const;

/** `/admin/settings/retention`. */
export function retentionPage({ current, history, mayChange, typed, errors }: RetentionInput, words: Words) {
  const title = words.t('retention.title');
  const fmt = formatsFor(words);
  const text = (name: string, otherwise: string): string => {
    const value = typed?.[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const months = terms.map((name) =>
    numberField({
      name,
      label: words.t(`retention.${name}`),
      hint: words.t(`retention.${name}.hint`, RETENTION_LIMITS[name]),
      unit: words.t('retention.months'),
      inputmode: 'numeric',
      value: text(name, String(current.value[name])),
      error: errors[name] ?? '',
      required: true,
      disabled: !mayChange,
    }),
  );
  const reason = areaField({
    name: 'reason',
    label: words.t('retention.reason'),
    value: text('reason', ''),
    error: errors['reason'] ?? '',
    rows: 2,
    required: true,
  });
  return {
    page: {
      title,
      dataPage: 'retention',
      crumbs: [{ label: words.t('menu.settings'), href: '/admin/settings' }, { label: title }],
      head: pageHead({ title, meta: [words.t('retention.intro')] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: mayChange ? [...months, reason] : months,
    mayChange,
    basedOn: text('basedOn', String(current.version)),
    versions: history.map((version) => ({
      id: version.id,
      what: termsOf(version, words),
      reason: version.reason,
      who: words.t('retention.by', { who: version.changedByLabel, at: fmt.dateTime(version.changedAt) }),
    })),
  };
}

function termsOf({ content }: CitySettingVersion, words: Words): string {
  const value = retention.read(JSON.parse(content));
  return terms
    .map((name) => words.t('retention.was', { term: words.t(`retention.${name}`), n: value[name] }))
    .join(words.t('format.comma'));
}
