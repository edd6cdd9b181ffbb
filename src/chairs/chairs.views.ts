import type { ChairPerson } from '../domain/panel/chair';
import { pageHead } from '../http/views/acts';
import { areaField, selectField, type Field } from '../http/views/fields';
import type { PageModel } from '../http/views/frame';
import { tag, type Tag } from '../http/views/marks';
import type { LeadCard } from '../leads/leads.queries';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { suggestionsOf, type ChairSuggestion } from './chair-suggestions.views';
import type { ChairRecusal, ChairStandIn } from './chair.entity';
import type { ChairInterest } from './chair-interests.queries';
import { personWords } from './chair-person.views';
import type { ItemChair } from './chairs.queries';

export interface ChairRound {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: string;
  readonly panelId: string;
}

/** A form that was sent and has to be corrected. */
export interface SentChairForm {
  readonly form: 'recusal' | 'standIn';
  readonly item: string;
  readonly person: string;
  readonly reason: string;
  readonly errors: Readonly<Record<string, string>>;
}

export interface ChairsFacts {
  readonly round: ChairRound;
  readonly items: readonly ItemChair[];
  readonly leads: ReadonlyMap<string, LeadCard>;
  readonly recusals: readonly ChairRecusal[];
  readonly standIns: readonly ChairStandIn[];
  readonly leaders: readonly { readonly id: string; readonly name: string; readonly unitName: string }[];
  readonly mayAct: boolean;
  /** What the facts say of whoever would preside and is not recused yet. */
  readonly suggested: readonly ChairInterest[];
  readonly sent: SentChairForm | null;
}

interface ChairForm {
  readonly title: string;
  readonly note: string;
  readonly action: string;
  readonly fields: readonly Field[];
  readonly submit: string;
}

/** The model of `chairs/round`. */
export interface ChairsModel extends PageModel {
  readonly note: string;
  readonly rows: readonly {
    readonly id: string;
    readonly title: string;
    readonly who: string;
    readonly tag: Tag;
    readonly line: readonly string[];
  }[];
  readonly acts: readonly string[];
  readonly suggestions: readonly ChairSuggestion[];
  /** Noting an interest, and naming somebody where none is left; none for those who only read. */
  readonly forms: readonly ChairForm[];
  readonly back: { readonly label: string; readonly href: string };
}

/** Who presides over each item of a round, and who does not and why. */
export function chairsView(facts: ChairsFacts, words: Words): ChairsModel {
  const { round, items, leads } = facts;
  const title = words.t('chairs.title', { round: round.number });
  const titleOf = ({ position, leadId }: ItemChair): string =>
    words.t('chairs.item', { position, title: leads.get(leadId)?.title ?? '' });
  return {
    page: {
      title,
      dataPage: 'round-chairs',
      crumbs: [
        { label: words.t('rounds.crumb.desk'), href: '/' },
        { label: words.t('rounds.list.title'), href: '/rounds' },
        { label: round.number, href: `/rounds/${round.id}` },
        { label: words.t('chairs.crumb') },
      ],
      head: pageHead({ title, meta: [round.title] }),
    },
    note: words.t('chairs.note'),
    rows: items.map((item) => ({
      id: item.itemId,
      title: titleOf(item),
      who: item.presiding?.name ?? words.t('chairs.nobody'),
      tag: markOf(item.presiding, words),
      line: item.line
        .filter(({ isRecused, isAble }) => isRecused || !isAble)
        .map((one) => outWords(one, words)),
    })),
    acts: actLines(facts, words),
    suggestions: suggestionsOf(facts, titleOf, words),
    forms: facts.mayAct ? formsOf(facts, titleOf, words) : [],
    back: { label: words.t('chairs.back'), href: `/rounds/${round.id}` },
  };
}

function outWords(person: ChairPerson, words: Words): string {
  const key = person.isRecused ? 'chairs.out.recused' : 'chairs.out.unable';
  return words.t(key, { person: personWords(person, words) });
}

function markOf(one: ChairPerson | null, words: Words): Tag {
  if (one === null) return tag(words.t('chairs.tag.nobody'), 'red', 'nobody');
  return tag(words.t(`chairs.post.${one.post}`), one.post === 'chair' ? 'line' : 'amber', one.post);
}

function actLines({ recusals, standIns, items }: ChairsFacts, words: Words): string[] {
  const fmt = formatsFor(words);
  const positions = new Map(items.map(({ itemId, position }) => [itemId, position]));
  const lines = [
    ...recusals.map((one) => ({
      at: one.notedAt,
      text: words.t('chairs.act.recused', {
        at: fmt.dateTime(one.notedAt),
        by: one.notedLabel,
        position: positions.get(one.itemId) ?? 0,
        person: personWords({ post: one.post, name: one.personName }, words),
        reason: one.reason,
      }),
    })),
    ...standIns.map((one) => ({
      at: one.namedAt,
      text: words.t('chairs.act.named', {
        at: fmt.dateTime(one.namedAt),
        by: one.namedLabel,
        position: positions.get(one.itemId) ?? 0,
        name: one.personName,
        reason: one.reason,
      }),
    })),
  ];
  return lines.sort((a, b) => (a.at < b.at ? -1 : 1)).map(({ text }) => text);
}

function formsOf(facts: ChairsFacts, titleOf: (item: ItemChair) => string, words: Words): ChairForm[] {
  const { items, leaders, round } = facts;
  const everyone = new Map(
    items
      .flatMap(({ line }) => line)
      .map((one) => [one.personId, { id: one.personId, name: personWords(one, words) }]),
  );
  // A form that came back shows every item: what is said beside it may be that somebody presides already.
  const isBack = facts.sent?.form === 'standIn';
  const orphaned = items.filter(({ presiding }) => presiding === null || isBack);
  const named = leaders.filter(({ id }) =>
    orphaned.some(({ line }) => !line.some((one) => one.personId === id)),
  );
  const form = (
    name: SentChairForm['form'],
    action: string,
    of: { items: readonly ItemChair[]; people: readonly { id: string; name: string }[] },
  ): ChairForm => {
    const sent = facts.sent?.form === name ? facts.sent : null;
    const select = (field: 'item' | 'person', options: { value: string; label: string }[]): Field =>
      selectField({
        id: `${name}-${field}`,
        name: field,
        label: words.t(`chairs.field.${name}.${field}`),
        error: sent?.errors[field] ?? '',
        required: true,
        options: [
          { value: '', label: words.t('ui.choose'), selected: (sent?.[field] ?? '') === '' },
          ...options.map((option) => ({ ...option, selected: option.value === sent?.[field] })),
        ],
      });
    return {
      title: words.t(`chairs.form.${name}`),
      note: words.t(`chairs.form.${name}.note`),
      action: `/rounds/${round.id}/chairs/${action}`,
      fields: [
        select(
          'item',
          of.items.map((item) => ({ value: item.itemId, label: titleOf(item) })),
        ),
        select(
          'person',
          of.people.map(({ id, name: label }) => ({ value: id, label })),
        ),
        reasonField(`${name}-reason`, sent?.reason ?? '', sent?.errors['reason'] ?? '', words),
      ],
      submit: words.t(`chairs.form.${name}.submit`),
    };
  };
  return [
    ...(orphaned.length === 0
      ? []
      : [
          form('standIn', 'stand-ins', {
            items: orphaned,
            people: named.map(({ id, name, unitName }) => ({ id, name: `${name}　${unitName}` })),
          }),
        ]),
    form('recusal', 'recusals', { items, people: [...everyone.values()] }),
  ];
}

export const reasonField = (id: string, value: string, error: string, words: Words): Field =>
  areaField({
    id,
    name: 'reason',
    label: words.t('chairs.field.reason'),
    hint: words.t('chairs.field.reason.hint'),
    required: true,
    rows: 2,
    value,
    error,
  });
