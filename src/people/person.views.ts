import type { ChainBook } from '../domain/chain/chain-book';
import { ROLES } from '../domain/access/viewer';
import type { Refusal } from '../domain/shared/refusal';
import { typedText } from '../http/forms';
import { act, type Act, pageHead } from '../http/views/acts';
import { checksField, errorSummary, ErrorSummary, Field, selectField, textField } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, Tag } from '../http/views/marks';
import type { Words } from '../words/words';
import type { ExpertiseRead } from './expertise.queries';
import { expertiseAct } from './expertise.views';
import type { PersonCard } from './people.queries';
import type { Unit } from './person.entity';

export interface PersonModel extends PageModel {
  errors: ErrorSummary | null;
  action: string;
  fields: Field[];
  readOnly: string;
  submit: string;
  /** Locking out and letting in again; null for a new person and for those who only read. */
  switch: Act | null;
  state: Tag | null;
  /** What is recorded of what the person knows; null for a new person. */
  expertise: { text: string; change: Act | null } | null;
}

export interface PersonFacts {
  /** Null for a new person. */
  readonly person: PersonCard | null;
  /** What was sent, when the form comes back; null shows the person as they are. */
  readonly typed: Readonly<Record<string, unknown>> | null;
  readonly errors: Readonly<Record<string, string>>;
  readonly units: readonly Unit[];
  readonly mayChange: boolean;
  readonly isSelf: boolean;
  readonly expertise: ExpertiseRead;
  readonly book: ChainBook;
}

/** One person as a form, new or known; for those who only read, with every control shut. */
export function personView(
  { person, typed, errors, units, mayChange, isSelf, expertise, book }: PersonFacts,
  words: Words,
): PersonModel {
  const title = person ? person.name : words.t('admin.people.new');
  const values = typed ?? known(person);
  const disabled = !mayChange;
  const text = (name: string, label: string, more: Partial<Parameters<typeof textField>[0]> = {}): Field =>
    textField({
      name,
      label: words.t(label),
      value: typedText(values, name),
      error: errors[name] ?? '',
      disabled,
      ...more,
    });
  const chosen = values['roles'];
  const roles: unknown[] = Array.isArray(chosen) ? chosen : [chosen];
  const unitId = typedText(values, 'unitId');
  const locale = typedText(values, 'locale');
  return {
    page: {
      title,
      dataPage: person ? 'person-show' : 'person-new',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('menu.people'), href: '/admin/people' },
        { label: title },
      ],
      head: pageHead({ title, meta: person ? [person.account, person.unitName] : [] }),
    },
    errors: errorSummary(words.t('ui.errors.title', { n: Object.keys(errors).length }), errors),
    action: person ? `/admin/people/${person.id}` : '/admin/people',
    fields: [
      text('account', 'admin.field.account', {
        required: true,
        hint: words.t('admin.hint.account'),
        disabled: person !== null,
        autocomplete: 'off',
        ...(person ? { value: person.account } : {}),
      }),
      text('name', 'admin.field.name', { required: true, autocomplete: 'off' }),
      text('email', 'admin.field.email', {
        required: true,
        type: 'email',
        hint: words.t('admin.hint.email'),
        autocomplete: 'off',
      }),
      text('post', 'admin.field.post', { optional: true, autocomplete: 'off' }),
      text('mobile', 'admin.field.mobile', {
        optional: true,
        type: 'tel',
        inputmode: 'tel',
        autocomplete: 'off',
      }),
      selectField({
        name: 'unitId',
        label: words.t('admin.field.unit'),
        required: true,
        disabled,
        error: errors['unitId'] ?? '',
        options: [
          { value: '', label: words.t('ui.choose'), selected: unitId === '' },
          ...units.map(({ id, name }) => ({ value: id, label: name, selected: id === unitId })),
        ],
      }),
      checksField({
        name: 'roles[]',
        id: 'roles',
        label: words.t('admin.field.roles'),
        required: true,
        disabled,
        hint: words.t('admin.hint.roles'),
        error: errors['roles'] ?? '',
        options: roleOptions(words).map((option) => ({ ...option, selected: roles.includes(option.value) })),
      }),
      selectField({
        name: 'locale',
        label: words.t('admin.field.locale'),
        optional: true,
        disabled,
        options: localeOptions(locale, words),
      }),
    ],
    readOnly: mayChange ? '' : words.t('admin.people.readOnly'),
    submit: mayChange ? words.t(person ? 'admin.person.save' : 'admin.person.add') : '',
    switch: person && mayChange ? switchAct(person, isSelf, words) : null,
    state: person && stateTag(person.disabledAt !== null, words),
    expertise: person && expertiseAct(person.id, expertise, book, mayChange, words),
  };
}

/** The languages of the program, or the city's. */
export function localeOptions(chosen: string, words: Words) {
  return [
    { value: '', label: words.t('admin.locale.city'), selected: chosen === '' },
    { value: 'zh-CN', label: words.t('admin.locale.zh'), selected: chosen === 'zh-CN' },
    { value: 'en', label: words.t('admin.locale.en'), selected: chosen === 'en' },
  ];
}

function switchAct({ id, name, disabledAt }: PersonCard, isSelf: boolean, words: Words): Act {
  const out = disabledAt === null;
  return act({
    label: words.t(out ? 'admin.person.disable' : 'admin.person.enable'),
    href: `/admin/people/${id}/${out ? 'disabling' : 'enabling'}`,
    method: 'post',
    tone: out ? 'danger' : '',
    confirm: out ? words.t('admin.person.disable.confirm', { name }) : '',
    why: words.t(out ? 'admin.person.disable.why' : 'admin.person.enable.why'),
    disabledBecause: out && isSelf ? words.t('refusal.notYourself') : null,
  });
}

function known(person: PersonCard | null): Record<string, unknown> {
  if (!person) return {};
  const { account, name, email, post, mobile, unitId, roles, locale } = person;
  return { account, name, email, post, mobile: mobile ?? '', unitId, roles, locale: locale ?? '' };
}

const fieldOfRefusal: Readonly<Record<string, string>> = {
  mailAddressWrong: 'email',
  personTaken: 'email',
  unitCodeTaken: 'code',
};

/** A refusal as a message beside the control it is about: roles, unless it says otherwise. */
export function refusalErrors(refusal: Refusal, words: Words): Record<string, string> {
  const field = fieldOfRefusal[refusal.because] ?? 'roles';
  return { [field]: words.t(`refusal.${refusal.because}`, refusal.details) };
}

/** Whether someone may sign in. */
export function stateTag(disabled: boolean, words: Words): Tag {
  return disabled
    ? tag(words.t('admin.state.disabled'), 'red', 'disabled')
    : tag(words.t('admin.state.active'), 'green', 'active');
}

/** Every role, for a list to choose from. */
export const roleOptions = (words: Words): { value: string; label: string }[] =>
  ROLES.map((role) => ({ value: role, label: words.t(`role.${role}`) }));
