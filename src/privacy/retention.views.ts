import { RETENTION_LIMITS, type Retention } from '../domain/privacy/retention';
import type { SettingPage } from '../http/views/setting-page';

/** `/admin/settings/retention`. */
export const retentionPage: SettingPage<Retention> = {
  href: '/admin/settings/retention',
  word: 'retention',
  dataPage: 'retention',
  typed: (terms) => terms,
  groups: (fields) => [
    {
      fields: (['accessLogMonths', 'contactMonths'] as const).map((name) =>
        fields.number(name, {
          hint: fields.words.t(`retention.${name}.hint`, RETENTION_LIMITS[name]),
          unit: fields.words.t('retention.months'),
        }),
      ),
    },
  ],
  read: (form) => {
    const months = (name: keyof Retention): number => {
      const { least, most } = RETENTION_LIMITS[name];
      return form.whole(name, [least, most]);
    };
    return { accessLogMonths: months('accessLogMonths'), contactMonths: months('contactMonths') };
  },
};
