import type { Config } from '../config/config';
import { pageHead } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { RuleSetRead } from '../rubrics/rubrics.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

interface Item {
  readonly label: string;
  readonly value: string;
  readonly sub: string;
}

export interface SettingsModel extends PageModel {
  groups: {
    heading: string;
    facts: { two: boolean; items: Item[] };
    more: { label: string; href: string } | null;
  }[];
  /** Production without a virus scanner. */
  scanner: { tone: string; title: string; text: string; items: { text: string; href: string }[] } | null;
  /** Null where no feature has a setting of its own. */
  city: { rows: { href: string; name: string; last: string }[] } | null;
  warning: { tone: string; title: string; text: string; items: { text: string; href: string }[] } | null;
  backup: { lines: string[] };
}

export interface SettingsFacts {
  /** Only what is named below is read from it: addresses and switches, never a key, a password or a whole URL. */
  readonly config: Pick<
    Config,
    | 'MODE'
    | 'BASE_URL'
    | 'DATABASE_URL'
    | 'DATA_DIR'
    | 'LOCALE'
    | 'MAIL_URL'
    | 'MAIL_FROM'
    | 'usesMailbox'
    | 'SCAN_URL'
  >;
  readonly rules: RuleSetRead | null;
  readonly years: readonly number[];
  readonly missingYears: readonly number[];
  readonly listed: readonly {
    readonly href: string;
    readonly word: string;
    readonly last: { readonly version: number; readonly changedAt: string } | null;
  }[];
}

/** The settings, in groups. */
export function settingsView(
  { config, rules, years, missingYears, listed }: SettingsFacts,
  words: Words,
): SettingsModel {
  const title = words.t('menu.settings');
  const formats = formatsFor(words);
  const isSqlite = config.DATABASE_URL.startsWith('sqlite:');
  const item = (key: string, value: string, sub = ''): Item => ({
    label: words.t(`admin.settings.${key}`),
    value,
    sub,
  });
  const group = (key: string, items: Item[], more: { label: string; href: string } | null = null) => ({
    heading: words.t(`admin.settings.${key}`),
    facts: { two: true, items },
    more,
  });
  return {
    page: {
      title,
      dataPage: 'settings',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [words.t('admin.settings.meta')] }),
    },
    city:
      listed.length === 0
        ? null
        : {
            rows: listed.map(({ href, word, last }) => ({
              href,
              name: words.t(word),
              last:
                last === null
                  ? words.t('admin.settings.city.none')
                  : words.t('admin.settings.city.changed', {
                      n: last.version,
                      at: formats.dayFull(last.changedAt),
                    }),
            })),
          },
    scanner:
      config.MODE === 'production' && config.SCAN_URL === ''
        ? {
            tone: 'warn',
            title: words.t('papers.scanner.missing.title'),
            text: words.t('papers.scanner.missing.text'),
            items: [],
          }
        : null,
    warning:
      missingYears.length === 0
        ? null
        : {
            tone: 'warn',
            title: words.t('admin.settings.calendar.missing.title', {
              years: formats.list(missingYears.map(String)),
            }),
            text: words.t('admin.settings.calendar.missing.text'),
            items: [],
          },
    groups: [
      group('program', [
        item('mode', words.t(`admin.settings.mode.${config.MODE}`)),
        item('address', config.BASE_URL, words.t('admin.settings.address.note')),
        item('database', words.t(`admin.settings.database.${isSqlite ? 'sqlite' : 'postgres'}`)),
        item('locale', words.t(config.LOCALE === 'en' ? 'admin.locale.en' : 'admin.locale.zh')),
        item('timezone', words.t('admin.settings.timezone.value')),
        item(
          'mail',
          transport(config, words),
          words.t('admin.settings.mail.from', { from: config.MAIL_FROM }),
        ),
        {
          label: words.t('papers.scanner'),
          value: config.SCAN_URL
            ? words.t('papers.scanner.url', { place: config.SCAN_URL })
            : words.t('papers.scanner.none'),
          sub: config.SCAN_URL ? words.t('papers.scanner.note') : '',
        },
      ]),
      group(
        'rules',
        [
          rules
            ? item(
                'rules.set',
                words.t('admin.settings.rules.value', { code: rules.code, version: rules.version }),
                rules.publishedAt
                  ? words.t('admin.settings.rules.since', { at: formats.dayFull(rules.publishedAt) })
                  : '',
              )
            : item('rules.set', words.t('admin.settings.rules.none')),
        ],
        { label: words.t('admin.settings.rules.read'), href: '/rules' },
      ),
      group('calendar', [
        item('calendar.years', yearsIn(years, words), words.t('admin.settings.calendar.source')),
      ]),
    ],
    backup: {
      lines: [
        isSqlite
          ? words.t('admin.settings.backup.sqlite')
          : words.t('admin.settings.backup.postgres', { folder: `${config.DATA_DIR}/files` }),
        words.t('admin.settings.backup.verify'),
      ],
    },
  };
}

/** The host name alone: the rest of the address may hold a password. */
function transport({ usesMailbox, MAIL_URL }: SettingsFacts['config'], words: Words): string {
  return usesMailbox
    ? words.t('admin.settings.mail.mailbox')
    : words.t('admin.settings.mail.smtp', { host: new URL(MAIL_URL).hostname });
}

function yearsIn(years: readonly number[], words: Words): string {
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return words.t('admin.settings.calendar.none');
  const whole = last - first + 1 === years.length;
  return whole
    ? words.t('admin.settings.calendar.range', { from: String(first), to: String(last) })
    : formatsFor(words).list(years.map(String));
}
