import { errorOf, typedText, type FieldError } from '../http/forms';
import { pageHead } from '../http/views/acts';
import { areaField, fileField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { officeForm, type OfficeForm } from '../http/views/office-form';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { CalendarProblem } from './calendar-import';
import type { CalendarEntry } from './calendar-entry';

interface Notice {
  readonly tone: string;
  readonly title: string;
  readonly text: string;
  readonly items: readonly { readonly text: string; readonly href: string }[];
}

export interface CalendarModel extends PageModel {
  readonly warning: Notice | null;
  readonly years: readonly {
    readonly label: string;
    readonly href: string;
    readonly note: string;
    readonly current: boolean;
  }[];
  readonly heading: string;
  readonly days: readonly {
    readonly day: string;
    readonly kind: string;
    readonly name: string;
    readonly works: boolean;
  }[];
  readonly problems: readonly string[];
  readonly form: OfficeForm | null;
}

export interface CalendarPage {
  readonly year: number;
  readonly years: readonly { readonly year: number; readonly holidays: number; readonly workdays: number }[];
  readonly missing: readonly number[];
  readonly days: readonly CalendarEntry[];
  readonly mayChange: boolean;
}

/** The working calendar of one year: its departures from Monday to Friday, and the form that replaces them. */
export function calendarView(
  { year, years, missing, days, mayChange }: CalendarPage,
  sent: {
    readonly body: Record<string, unknown>;
    readonly errors: readonly FieldError[];
    readonly problems: readonly CalendarProblem[];
  } | null,
  words: Words,
): CalendarModel {
  const title = words.t('promises.calendar.title');
  const formats = formatsFor(words);
  const known = new Map(years.map((one) => [one.year, one]));
  const listed = [...new Set([...known.keys(), ...missing, year])].sort((a, b) => b - a);
  const href = (one: number): string => `/admin/settings/calendar?year=${one}`;
  return {
    page: {
      title,
      dataPage: 'calendar',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.settings'), href: '/admin/settings' },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('promises.calendar.meta')] }),
    },
    warning:
      missing.length === 0
        ? null
        : {
            tone: 'warn',
            title: words.t('admin.settings.calendar.missing.title', {
              years: formats.list(missing.map(String)),
            }),
            text: words.t('promises.calendar.missing'),
            items: missing.map((one) => ({
              text: words.t('promises.calendar.load', { year: String(one) }),
              href: href(one),
            })),
          },
    years: listed.map((one) => {
      const { holidays = 0, workdays = 0 } = known.get(one) ?? {};
      return {
        label: String(one),
        href: href(one),
        note:
          holidays === 0
            ? words.t('promises.calendar.none')
            : words.t('promises.calendar.count', { holidays, workdays }),
        current: one === year,
      };
    }),
    heading: words.t('promises.calendar.of', { year: String(year) }),
    days: days.map(({ day, kind, name }) => ({
      day: formats.day(day),
      kind: words.t(`promises.calendar.kind.${kind}`),
      name,
      works: kind === 'workday',
    })),
    problems: (sent?.problems ?? [])
      .slice(0, 50)
      .map(({ line, fault }) =>
        words.t('policies.import.problem', { line, what: words.t(`promises.calendar.fault.${fault}`) }),
      ),
    form: mayChange ? calendarForm(year, days, sent, words) : null,
  };
}

function calendarForm(
  year: number,
  days: readonly CalendarEntry[],
  sent: { readonly body: Record<string, unknown>; readonly errors: readonly FieldError[] } | null,
  words: Words,
): OfficeForm {
  const errors = sent?.errors ?? [];
  const written = days
    .map(({ day, kind, name }) => [day, words.t(`promises.calendar.kind.${kind}`), name].join(','))
    .join('\n');
  return officeForm(
    {
      action: '/admin/settings/calendar',
      multipart: true,
      hidden: [{ name: 'year', value: String(year) }],
      errors,
      groups: [
        {
          title: words.t('promises.calendar.edit', { year: String(year) }),
          fields: [
            areaField({
              name: 'rows',
              label: words.t('promises.calendar.rows'),
              value: sent === null ? written : typedText(sent.body, 'rows'),
              rows: 14,
              hint: words.t('promises.calendar.hint'),
              error: errorOf(errors, 'rows'),
              stacked: true,
            }),
            fileField({
              name: 'file',
              label: words.t('promises.calendar.file'),
              hint: words.t('promises.calendar.file.hint'),
              optional: true,
              accept: '.csv,.txt',
              error: errorOf(errors, 'file'),
            }),
            textField({
              name: 'reason',
              label: words.t('policies.field.reason'),
              value: sent === null ? '' : typedText(sent.body, 'reason'),
              required: true,
              error: errorOf(errors, 'reason'),
              autocomplete: 'off',
            }),
          ],
        },
      ],
      submit: words.t('promises.calendar.save'),
      cancel: { label: words.t('ui.back'), href: '/admin/settings' },
    },
    words,
  );
}
