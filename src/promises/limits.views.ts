import { TRACKS } from '../domain/lead/dictionaries';
import { termRanges, type PromiseLimits, type Term } from '../domain/promise/limits';
import { MAX_WAN, wanText } from '../domain/shared/wan';
import type { SettingReading } from '../http/setting-form';
import type { SettingFields } from '../http/views/setting-fields';
import type { SettingGroup, SettingPage } from '../http/views/setting-page';

const terms = Object.keys(termRanges) as Term[];
const times = ['closesAt', 'hoursFrom', 'hoursTo'] as const;
const calendarDays: readonly Term[] = ['longestPause'];

interface Head {
  readonly account: string;
  readonly name: string;
}

/** What the city promises. @param heads who may be named head of the secretariat */
export function limitsPage(heads: readonly Head[]): SettingPage<PromiseLimits> {
  return {
    href: '/admin/settings/promise-limits',
    word: 'promises.limits',
    dataPage: 'setting',
    acts: (words) => [{ label: words.t('promises.calendar.title'), href: '/admin/settings/calendar' }],
    typed: (limits) => ({ ...limits, largeFromWan: limits.largeFromWan.replace(/\.00$/, '') }),
    groups: (fields) => groupsOf(fields, heads),
    read: (form) => readLimits(form, heads),
  };
}

function groupsOf(fields: SettingFields, heads: readonly Head[]): SettingGroup[] {
  const { words } = fields;
  const number = (name: Term) =>
    fields.number(name, {
      unit: words.t(calendarDays.includes(name) ? 'promises.unit.days' : 'promises.unit.workdays'),
    });
  const tracks = TRACKS.map((value) => ({ value, label: words.t(`lead.option.track.${value}`) }));
  return [
    {
      title: words.t('promises.limits.terms'),
      fields: [
        ...terms.slice(0, 3).map(number),
        fields.money('largeFromWan'),
        fields.checks('specialistTracks', tracks),
        ...terms.slice(3).map(number),
      ],
    },
    {
      title: words.t('promises.limits.hours'),
      fields: [
        ...times.map((name) => fields.text(name, { placeholder: '18:00' })),
        fields.select(
          'head',
          [
            { value: '', label: words.t('promises.limits.head.all') },
            ...heads.map(({ account, name }) => ({ value: account, label: name })),
          ],
          { optional: true },
        ),
      ],
    },
  ];
}

function readLimits(form: SettingReading, heads: readonly Head[]): PromiseLimits {
  const numbers = Object.fromEntries(terms.map((name) => [name, form.whole(name, termRanges[name])]));
  const [closesAt = '', hoursFrom = '', hoursTo = ''] = times.map((name) => {
    const at = form.plain(name);
    if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(at)) form.wrong(name, 'promises.limits.error.time');
    return at;
  });
  if (hoursFrom >= hoursTo) form.wrong('hoursTo', 'promises.limits.error.hours');
  const largeFromWan = form.amount('largeFromWan', Number(wanText(MAX_WAN)), true) ?? '';
  const chosen = form.list('specialistTracks');
  const head = form.text('head');
  if (head !== '' && !heads.some(({ account }) => account === head))
    form.wrong('head', 'promises.limits.error.head');
  return {
    ...(numbers as Record<Term, number>),
    largeFromWan: largeFromWan.includes('.') ? largeFromWan : `${largeFromWan}.00`,
    specialistTracks: TRACKS.filter((track) => chosen.includes(track)),
    closesAt,
    hoursFrom,
    hoursTo,
    head,
  };
}
