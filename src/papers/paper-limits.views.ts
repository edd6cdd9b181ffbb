import { PAPER_LIMIT_BOUNDS, type PaperLimits } from '../domain/lead/paper-limits';
import type { SettingPage } from '../http/views/setting-page';

const names = Object.keys(PAPER_LIMIT_BOUNDS) as (keyof PaperLimits)[];

export const paperLimitsPage: SettingPage<PaperLimits> = {
  href: '/admin/settings/paper-limits',
  word: 'papers.limits',
  dataPage: 'paper-limits',
  typed: (limits) => limits,
  groups: (fields) => [
    {
      fields: names.map((name) => {
        const [least, most] = PAPER_LIMIT_BOUNDS[name];
        return fields.number(name, {
          unit: fields.words.t(name.endsWith('Files') ? 'papers.limits.unit.files' : 'papers.limits.unit.mb'),
          hint: fields.words.t('citySetting.bounds', { least, most }),
        });
      }),
    },
  ],
  read: (form) =>
    Object.fromEntries(
      names.map((name) => [name, form.whole(name, PAPER_LIMIT_BOUNDS[name])]),
    ) as PaperLimits,
};
