import type { InterestGround } from '../domain/round/interests';
import { act, type Act } from '../http/views/acts';
import type { Words } from '../words/words';
import { industryName } from '../reference/industries';
import type { ChairInterest } from './chair-interests.queries';
import { personWords } from './chair-person.views';
import type { ChairsFacts } from './chairs.views';
import type { ItemChair } from './chairs.queries';

/** Somebody who would preside and of whom the facts speak, with the act that notes it. */
export interface ChairSuggestion {
  readonly text: string;
  readonly why: string;
  readonly act: Act;
}

/** Every such person, item by item; none for those who only read. */
export function suggestionsOf(
  facts: ChairsFacts,
  titleOf: (item: ItemChair) => string,
  words: Words,
): ChairSuggestion[] {
  const { items, suggested, round } = facts;
  return suggested.flatMap((one) => {
    const { itemId, personId, grounds } = one;
    const item = items.find((each) => each.itemId === itemId);
    const person = item?.line.find((each) => each.personId === personId);
    if (!item || !person) return [];
    const why = grounds.map((ground) => groundWords(ground, { facts, item, one }, words)).join('');
    return [
      {
        text: words.t('chairs.suggested.line', { item: titleOf(item), person: personWords(person, words) }),
        why,
        act: act({
          label: words.t('chairs.suggested.act'),
          href: `/rounds/${round.id}/chairs/recusals`,
          method: 'post',
          size: 'small',
          fields: [
            { name: 'item', value: itemId },
            { name: 'person', value: personId },
            { name: 'reason', value: why },
          ],
        }),
      },
    ];
  });
}

function groundWords(
  ground: InterestGround,
  { facts, item, one }: { facts: ChairsFacts; item: ItemChair; one: ChairInterest },
  words: Words,
): string {
  const lead = facts.leads.get(item.leadId);
  const code = one.industryCode ?? '';
  const sentence = words.t(`interests.ground.${ground}`, {
    unit: one.unitName,
    investor: lead?.investorName ?? '',
    scoutUnit: lead?.scoutUnitName ?? '',
    industry: `${code} ${industryName(code) ?? ''}`.trim(),
  });
  return words.locale === 'en' ? `${sentence} ` : sentence;
}
