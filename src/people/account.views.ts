import { act, type Act, pageHead } from '../http/views/acts';
import { errorSummary, ErrorSummary, Field, selectField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { localeOptions } from './person.views';
import type { PersonCard } from './people.queries';
import type { OwnSession } from './sessions.queries';

export interface AccountModel extends PageModel {
  errors: ErrorSummary | null;
  facts: { two: boolean; items: { label: string; value: string; sub: string }[] };
  sessions: { id: string; device: string; since: string; current: boolean; act: Act | null }[];
  endOthers: Act | null;
  passwordFields: Field[];
  localeField: Field;
}

export interface AccountFacts {
  readonly person: PersonCard;
  readonly sessions: readonly OwnSession[];
  /** The session of this page. */
  readonly sessionId: string;
  /** Whether a new password needs the present one. */
  readonly asksCurrent: boolean;
  readonly errors: Readonly<Record<string, string>>;
}

/** One's own account page. Passwords are never put back into a form. */
export function accountView(
  { person, sessions, sessionId, asksCurrent, errors }: AccountFacts,
  words: Words,
): AccountModel {
  const title = words.t('account.title');
  const formats = formatsFor(words);
  const item = (label: string, value: string, sub = '') => ({ label: words.t(label), value, sub });
  return {
    page: {
      title,
      dataPage: 'account',
      crumbs: [{ label: words.t('menu.desk'), href: '/' }, { label: title }],
      head: pageHead({ title, meta: [{ strong: person.name }, person.unitName] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    facts: {
      two: true,
      items: [
        item('admin.field.name', person.name, person.post),
        item('admin.field.account', person.account),
        item('admin.field.email', person.email, words.t('account.emailNote')),
        item('admin.field.unit', person.unitName),
        item(
          'admin.field.roles',
          formats.list(person.roles.map((role) => words.t(`role.${role}`))),
          words.t('account.rolesNote'),
        ),
      ],
    },
    sessions: sessions.map((session) => sessionRow(session, sessionId, words)),
    endOthers:
      sessions.length > 1
        ? act({
            label: words.t('account.sessions.endOthers'),
            href: '/account/sessions/ending',
            method: 'post',
            size: 'small',
          })
        : null,
    passwordFields: passwordFields(asksCurrent, errors, words),
    localeField: selectField({
      name: 'locale',
      label: words.t('admin.field.locale'),
      options: localeOptions(person.locale ?? '', words),
    }),
  };
}

function sessionRow(
  { id, openedBy, device, createdAt, seenAt }: OwnSession,
  sessionId: string,
  words: Words,
): AccountModel['sessions'][number] {
  const formats = formatsFor(words);
  const current = id === sessionId;
  return {
    id,
    device: device === '' ? words.t('account.sessions.unknown') : deviceName(device),
    since: words.t('account.sessions.since', {
      since: formats.dateTimeShort(createdAt),
      by: words.t(`account.openedBy.${openedBy}`),
      seen: formats.dateTimeShort(seenAt),
    }),
    current,
    act: current
      ? null
      : act({
          id: `end-${id}`,
          label: words.t('account.sessions.end'),
          href: `/account/sessions/${id}/ending`,
          method: 'post',
          size: 'small',
        }),
  };
}

const systems: readonly (readonly [RegExp, string])[] = [
  [/HarmonyOS|OpenHarmony/, 'HarmonyOS'],
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
];
const browsers: readonly (readonly [RegExp, string])[] = [
  [/MicroMessenger/, 'WeChat'],
  [/DingTalk/, 'DingTalk'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
];

/** `Chrome · Windows` out of what a browser says of itself; what is not recognised is shown as it is, shortened. */
function deviceName(agent: string): string {
  const first = (list: typeof systems): string | undefined =>
    list.find(([pattern]) => pattern.test(agent))?.[1];
  const names = [first(browsers), first(systems)].filter((name) => name !== undefined);
  return names.length > 0 ? names.join(' · ') : agent.slice(0, 60);
}

function passwordFields(asksCurrent: boolean, errors: AccountFacts['errors'], words: Words): Field[] {
  const field = (name: string, autocomplete: string, hint = ''): Field =>
    textField({
      name,
      label: words.t(`account.field.${name}`),
      type: 'password',
      required: true,
      autocomplete,
      hint,
      error: errors[name] ?? '',
    });
  return [
    ...(asksCurrent ? [field('current', 'current-password')] : []),
    field('password', 'new-password', words.t('setup.passwordHint')),
    field('again', 'new-password'),
  ];
}
