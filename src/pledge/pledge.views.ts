import { PLEDGE_LENGTH, pledge, type Pledge } from '../domain/privacy/pledge';
import { pageHead } from '../http/views/acts';
import { areaField, errorSummary } from '../http/views/fields';
import type { CitySettingVersion } from '../settings/city-setting.entity';
import type { CurrentSetting } from '../settings/city-settings.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

/** `/pledge`. */
export function pledgePage(
  { current, asked, next }: { current: CurrentSetting<Pledge>; asked: boolean; next: string },
  words: Words,
) {
  return {
    page: { title: words.t('pledge.title'), dataPage: 'pledge', layout: 'plain' as const },
    text: current.value.text,
    version:
      current.changedAt === null
        ? ''
        : words.t('pledge.version', {
            n: current.version,
            day: formatsFor(words).official(current.changedAt),
          }),
    asked,
    next,
  };
}

export interface PledgeSettingInput {
  readonly current: CurrentSetting<Pledge>;
  readonly history: readonly CitySettingVersion[];
  readonly mayChange: boolean;
  readonly typed: Readonly<Record<string, unknown>> | null;
  readonly errors: Readonly<Record<string, string>>;
}

/** `/admin/settings/pledge`. */
export function pledgeSettingPage(
  { current, history, mayChange, typed, errors }: PledgeSettingInput,
  words: Words,
) {
  const title = words.t('pledge.setting.title');
  const fmt = formatsFor(words);
  const text = (name: string, otherwise: string): string => {
    const value = typed?.[name];
    return typeof value === 'string' ? value : otherwise;
  };
  const field = areaField({
    name: 'text',
    label: words.t('pledge.setting.text'),
    hint: words.t('pledge.setting.hint', PLEDGE_LENGTH),
    value: text('text', current.value.text),
    error: errors['text'] ?? '',
    rows: 6,
    required: true,
    disabled: !mayChange,
  });
  const reason = areaField({
    name: 'reason',
    label: words.t('pledge.setting.reason'),
    value: text('reason', ''),
    error: errors['reason'] ?? '',
    rows: 2,
    required: true,
  });
  return {
    page: {
      title,
      dataPage: 'pledge-setting',
      crumbs: [{ label: words.t('menu.settings'), href: '/admin/settings' }, { label: title }],
      head: pageHead({ title, meta: [words.t('pledge.setting.intro')] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    fields: mayChange ? [field, reason] : [field],
    mayChange,
    basedOn: text('basedOn', String(current.version)),
    versions: history.map((version) => ({
      id: version.id,
      what: pledge.read(JSON.parse(version.content)).text,
      reason: version.reason,
      who: words.t('pledge.setting.by', { who: version.changedByLabel, at: fmt.dateTime(version.changedAt) }),
    })),
  };
}
