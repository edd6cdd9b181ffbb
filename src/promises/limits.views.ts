import { TRACKS } from '../domain/lead/dictionaries';
import { termRanges, type PromiseLimits } from '../domain/promise/limits';
import { errorOf, typedText, type FieldError } from '../http/forms';
import {
  checksField,
  moneyField,
  numberField,
  selectField,
  textField,
  type Field,
} from '../http/views/fields';
import { officeForm } from '../http/views/office-form';
import { settingHead, settingTimeline, type SettingOfficeModel } from '../http/views/setting-page';
import type { CurrentSetting } from '../settings/city-settings.queries';
import type { CitySettingVersion } from '../settings/city-setting.entity';
import type { Words } from '../words/words';
import { terms, timeFields } from './limits.form';

export interface LimitsPage {
  readonly current: CurrentSetting<PromiseLimits>;
  readonly history: readonly CitySettingVersion[];
  readonly heads: readonly { readonly account: string; readonly name: string }[];
  readonly mayChange: boolean;
}

/** What the city promises, as a form; shut for those who only read. */
export function limitsView(
  { current, history, heads, mayChange }: LimitsPage,
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): SettingOfficeModel {
  const title = words.t('promises.limits.title');
  const errors = sent?.errors ?? [];
  const held = current.value;
  const text = (name: keyof PromiseLimits | 'reason'): string =>
    sent === null ? (name === 'reason' ? '' : String(held[name])) : typedText(sent.body, name);
  const shared = (name: keyof PromiseLimits | 'reason') => ({
    name,
    label: words.t(`promises.limits.field.${name}`),
    value: text(name),
    error: errorOf(errors, name),
    disabled: !mayChange,
  });
  const days = ['longestPause'];
  const number = (name: (typeof terms)[number]): Field =>
    numberField({
      ...shared(name),
      inputmode: 'numeric',
      required: true,
      unit: words.t(days.includes(name) ? 'promises.unit.days' : 'promises.unit.workdays'),
      min: termRanges[name][0],
      max: termRanges[name][1],
    });
  const tracks: readonly string[] =
    sent === null ? held.specialistTracks : asList(sent.body['specialistTracks']);
  const head = text('head');
  return {
    page: settingHead(
      { title, acts: [{ label: words.t('promises.calendar.title'), href: '/admin/settings/calendar' }] },
      words,
    ),
    intro: words.t('promises.limits.intro'),
    form: officeForm(
      {
        action: '/admin/settings/promise-limits',
        hidden: [
          {
            name: 'basedOn',
            value: sent === null ? String(current.version) : typedText(sent.body, 'basedOn'),
          },
        ],
        errors,
        groups: [
          {
            title: words.t('promises.limits.terms'),
            fields: [
              ...terms.slice(0, 3).map(number),
              moneyField({ ...shared('largeFromWan'), required: true }, words),
              checksField({
                ...shared('specialistTracks'),
                name: 'specialistTracks[]',
                id: 'specialistTracks',
                optional: true,
                options: TRACKS.map((track) => ({
                  value: track,
                  label: words.t(`lead.option.track.${track}`),
                  selected: tracks.includes(track),
                })),
              }),
              ...terms.slice(3).map(number),
            ],
          },
          {
            title: words.t('promises.limits.hours'),
            fields: [
              ...timeFields.map((name) =>
                textField({ ...shared(name), required: true, placeholder: '18:00' }),
              ),
              selectField({
                ...shared('head'),
                optional: true,
                options: [
                  { value: '', label: words.t('promises.limits.head.all'), selected: head === '' },
                  ...heads.map(({ account, name }) => ({
                    value: account,
                    label: name,
                    selected: account === head,
                  })),
                ],
              }),
              textField({ ...shared('reason'), required: true, autocomplete: 'off' }),
            ],
          },
        ],
        submit: words.t('promises.limits.save'),
        cancel: { label: words.t('ui.back'), href: '/admin/settings' },
        why: mayChange ? '' : words.t('promises.limits.readOnly'),
      },
      words,
    ),
    history: settingTimeline(history, words),
  };
}

const asList = (given: unknown): string[] =>
  Array.isArray(given) ? given.filter((one): one is string => typeof one === 'string') : [];
