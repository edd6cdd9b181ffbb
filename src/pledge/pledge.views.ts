import { PLEDGE_LENGTH, type Pledge } from '../domain/privacy/pledge';
import type { SettingPage } from '../http/views/setting-page';
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

/** `/admin/settings/pledge`. */
export const pledgeSettingPage: SettingPage<Pledge> = {
  href: '/admin/settings/pledge',
  word: 'pledge.setting',
  dataPage: 'pledge-setting',
  typed: ({ text }) => ({ text }),
  groups: (fields) => [
    {
      fields: [fields.area('text', { hint: fields.words.t('pledge.setting.hint', PLEDGE_LENGTH), rows: 6 })],
    },
  ],
  read: (form) => {
    const text = form.text('text');
    const { least, most } = PLEDGE_LENGTH;
    if (text.length < least || text.length > most) form.wrong('text', 'pledge.error.text');
    return { text };
  },
};
