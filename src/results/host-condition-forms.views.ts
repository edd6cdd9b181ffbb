import { beijingDay, type Instant } from '../domain/shared/instant';
import { areaField, selectField, type Field } from '../http/views/fields';
import type { PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  afterForm,
  afterSection,
  TypedForm,
  type AfterForm,
  type AfterSection,
  type SentBack,
} from './after-page.views';
import { dayField } from './condition-fields.views';
import type { OpenHostCondition } from './host-conditions.queries';

export interface HostConditionsInput {
  readonly open: readonly OpenHostCondition[];
  readonly people: readonly PersonCard[];
  /** Of the item; the forms are sent below it. */
  readonly path: string;
  readonly now: Instant;
  readonly sent: SentBack | null;
}

/** What the host that takes the lead has made a condition: read as it said it. */
export function hostConditionsSection(open: readonly OpenHostCondition[], words: Words): AfterSection[] {
  if (open.length === 0) return [];
  const fmt = formatsFor(words);
  return [
    afterSection({
      id: 'host-conditions',
      title: words.t('hostConditions.title'),
      note: words.t('hostConditions.note'),
      says: open.map(({ text, dueOn, hostName, statedByLabel, statedAt }) => ({
        tag: null,
        text: dueOn === null ? text : words.t('hostConditions.until', { text, day: fmt.official(dueOn) }),
        cite: words.t('hostConditions.cite', {
          host: hostName,
          by: statedByLabel,
          at: fmt.official(statedAt),
        }),
      })),
    }),
  ];
}

/** For each a form that is filled in beforehand, and one to set it aside. */
export function hostConditionForms(input: HostConditionsInput, words: Words): AfterForm[] {
  return input.open.flatMap((condition, at) => [
    confirmForm(condition, at + 1, input, words),
    setAsideForm(condition, at + 1, input, words),
  ]);
}

function confirmForm(
  { termId, text, dueOn, statedById }: OpenHostCondition,
  n: number,
  { people, path, now, sent }: HostConditionsInput,
  words: Words,
): AfterForm {
  const typed = new TypedForm(`confirm-${termId}`, sent);
  const id = (name: string): string => `host${n}-${name}`;
  const day = dueOn !== null && dueOn > beijingDay(now) ? dueOn : '';
  const owner = typed.value('owner', statedById);
  const fields: Field[] = [
    areaField({
      id: id('wanted'),
      name: 'wanted',
      label: words.t('after.condition.wanted'),
      hint: words.t('after.condition.wanted.hint'),
      value: typed.value('wanted', text),
      required: true,
      rows: 2,
      max: 200,
      error: typed.error('wanted'),
    }),
    selectField({
      id: id('owner'),
      name: 'owner',
      label: words.t('after.condition.who'),
      required: true,
      options: [
        { value: '', label: words.t('after.choose') },
        ...people.map((person) => ({
          value: person.id,
          label: `${person.unitName} ${person.name}`,
          selected: owner === person.id,
        })),
      ],
      error: typed.error('owner'),
    }),
    dayField(
      { id: id('dueOn'), name: 'dueOn', label: words.t('after.condition.due') },
      typed.value('dueOn', day),
      typed.error('dueOn'),
    ),
  ];
  return afterForm(
    {
      id: `confirm-${termId}`,
      title: words.t('hostConditions.confirm', { n }),
      action: `${path}/host-conditions/${termId}`,
      submit: words.t('hostConditions.confirm.submit'),
      fields,
    },
    words,
  );
}

function setAsideForm(
  { termId }: OpenHostCondition,
  n: number,
  { path, sent }: HostConditionsInput,
  words: Words,
): AfterForm {
  const typed = new TypedForm(`aside-${termId}`, sent);
  return afterForm(
    {
      id: `aside-${termId}`,
      title: words.t('hostConditions.aside', { n }),
      action: `${path}/host-conditions/${termId}/dismissal`,
      submit: words.t('hostConditions.aside.submit'),
      tone: '',
      fields: [
        areaField({
          id: `host${n}-reason`,
          name: 'reason',
          label: words.t('hostConditions.reason'),
          hint: words.t('hostConditions.reason.hint'),
          value: typed.value('reason'),
          required: true,
          rows: 2,
          max: 500,
          error: typed.error('reason'),
        }),
      ],
    },
    words,
  );
}
