import type { ChairPerson } from '../domain/panel/chair';
import { confirmation, pageHead, type Confirmation } from '../http/views/acts';
import type { PageModel } from '../http/views/frame';
import type { Words } from '../words/words';
import type { ItemChair } from './chairs.queries';
import { personWords } from './chair-person.views';
import { reasonField, type ChairRound } from './chairs.views';

/** The model of `chairs/recusal`. */
export interface OwnRecusalModel extends PageModel {
  readonly confirm: Confirmation;
}

/** What it means that whoever presides has an interest, said before it is done. */
export function ownRecusalView(
  given: {
    readonly round: ChairRound;
    readonly item: ItemChair;
    /** Who presides then; null where none is left. */
    readonly next: ChairPerson | null;
    readonly reason: string;
    readonly error: string;
  },
  words: Words,
): OwnRecusalModel {
  const { round, item, next, reason, error } = given;
  const title = words.t('chairs.own.title', { position: item.position });
  const results = `/rounds/${round.id}/results`;
  return {
    page: {
      title,
      dataPage: 'chair-recusal',
      crumbs: [
        { label: words.t('menu.desk'), href: '/' },
        { label: words.t('results.crumb'), href: results },
        { label: title },
      ],
      head: pageHead({ title, meta: [words.t('chairs.own.meta', { round: round.number })] }),
    },
    confirm: confirmation({
      title,
      text: words.t('chairs.own.text'),
      consequences: [
        words.t('chairs.own.hidden'),
        next === null
          ? words.t('chairs.own.nobody')
          : words.t('chairs.own.next', { person: personWords(next, words) }),
        words.t('chairs.own.forGood'),
      ],
      action: `/rounds/${round.id}/items/${item.itemId}/chair-recusal`,
      inputs: [reasonField('reason', reason, error, words)],
      submit: words.t('chairs.own.submit'),
      danger: true,
      cancel: { label: words.t('chairs.own.cancel'), href: results },
    }),
  };
}
