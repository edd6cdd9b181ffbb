import type { Viewer } from '../domain/access/viewer';
import { checkCondition } from '../domain/followup/conditions';
import { addDays, beijingDay, type Instant } from '../domain/shared/instant';
import type { Refusal } from '../domain/shared/refusal';
import { areaField, selectField } from '../http/views/fields';
import { tag, type Tag, type TagTone } from '../http/views/marks';
import type { PersonCard } from '../people/people.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import {
  afterForm,
  afterPage,
  type AfterForm,
  afterSection,
  TypedForm,
  type AfterPage,
  type SentBack,
} from './after-page.views';
import type { AdmissionCondition } from './condition.entity';
import { dayField } from './condition-fields.views';
import { maySet, maySettle } from './condition-rules';
import type { ItemForConditions } from './conditions.queries';
import { hostConditionForms, hostConditionsSection } from './host-condition-forms.views';
import type { OpenHostCondition } from './host-conditions.queries';
import type { ResultItem, RoundResults } from './results.queries';
import { todoLine, type TodoLine } from './todo-line.views';

const tones: Readonly<Record<AdmissionCondition['state'], TagTone>> = {
  proposed: 'line',
  open: 'amber',
  reported: 'blue',
  met: 'green',
  returned: 'red',
  dropped: 'line',
};

export function conditionTag({ state }: Pick<AdmissionCondition, 'state'>, words: Words): Tag {
  return tag(words.t(`after.condition.state.${state}`), tones[state], state);
}

/** A condition as a line: what, who, until when, and where it stands. */
export function conditionLine(
  condition: AdmissionCondition,
  now: Instant,
  words: Words,
  href = '',
): TodoLine {
  const { wanted, ownerLabel, dueOn, state } = condition;
  return todoLine({
    title: wanted,
    href,
    when: words.t('after.condition.owner', { owner: ownerLabel, due: formatsFor(words).official(dueOn) }),
    late: state === 'open' && dueOn < beijingDay(now),
    tag: conditionTag(condition, words),
  });
}

interface SettingPage {
  readonly results: RoundResults;
  readonly item: ResultItem;
  readonly facts: ItemForConditions;
  readonly people: readonly PersonCard[];
  readonly viewer: Viewer;
  readonly now: Instant;
  /** What the host made a condition and nobody has settled. */
  readonly hostConditions: readonly OpenHostCondition[];
  readonly sent: SentBack | null;
}

/** The page on which the chair sets the conditions of an admission. */
export function conditionsView(data: SettingPage, words: Words): AfterPage {
  const { results, item, facts, people, viewer, now, sent } = data;
  const { round } = results.material;
  const { outcome, lead, conditions } = item;
  const kept = conditions.filter(({ state }) => state !== 'dropped');
  const refusal = maySet(viewer, facts);
  const itemPath = `/rounds/${round.id}/items/${outcome.itemId}`;
  const path = `${itemPath}/conditions`;
  const today = beijingDay(now);
  const full = checkCondition(
    { text: '-', dueOn: addDays(today, 1) },
    { today, present: kept.filter(({ state }) => state === 'proposed').length },
  );
  return afterPage(
    {
      dataPage: 'conditions',
      title: words.t('after.conditions.title', { lead: lead.number }),
      meta: [{ strong: lead.number }, item.revision?.content.title ?? lead.title],
      crumbs: [
        {
          label: words.t('results.title', { round: round.number }),
          href: `/rounds/${round.id}/results#item-${outcome.position}`,
        },
      ],
      intro: words.t('after.conditions.intro'),
      sections: [
        ...hostConditionsSection(data.hostConditions, words),
        afterSection({
          id: 'conditions',
          title: words.t('after.conditions'),
          list:
            kept.length === 0
              ? null
              : {
                  items: kept.map((condition) => ({
                    ...conditionLine(condition, now, words),
                    act:
                      condition.state === 'proposed' && refusal === null
                        ? todoLine({
                            title: '',
                            act: {
                              label: words.t('after.condition.remove'),
                              href: `${path}/${condition.id}/removal`,
                              method: 'post',
                            },
                          }).act
                        : null,
                  })),
                },
          empty: kept.length === 0 ? words.t('after.conditions.none') : '',
        }),
      ],
      forms: [
        ...(maySettle(viewer, facts) === null
          ? hostConditionForms({ open: data.hostConditions, people, path: itemPath, now, sent }, words)
          : []),
        ...(viewer.personId === facts.presidingId ? [addForm(data, refusal ?? full, path, words)] : []),
      ],
      sent,
    },
    words,
  );
}

/** The form on which the chair adds a condition of its own. */
function addForm(
  { people, sent }: SettingPage,
  refusal: Refusal | null,
  path: string,
  words: Words,
): AfterForm {
  const typed = new TypedForm('condition', sent);
  return afterForm(
    {
      id: 'condition',
      title: words.t('after.condition.add'),
      action: path,
      submit: words.t('after.condition.submit'),
      refusal,
      fields: [
        areaField({
          name: 'wanted',
          label: words.t('after.condition.wanted'),
          hint: words.t('after.condition.wanted.hint'),
          value: typed.value('wanted'),
          required: true,
          rows: 2,
          max: 200,
          error: typed.error('wanted'),
        }),
        selectField({
          name: 'owner',
          label: words.t('after.condition.who'),
          required: true,
          options: [
            { value: '', label: words.t('after.choose') },
            ...people.map(({ id, name, unitName }) => ({
              value: id,
              label: `${unitName} ${name}`,
              selected: typed.value('owner') === id,
            })),
          ],
          error: typed.error('owner'),
        }),
        dayField(
          { name: 'dueOn', label: words.t('after.condition.due') },
          typed.value('dueOn'),
          typed.error('dueOn'),
        ),
      ],
    },
    words,
  );
}
