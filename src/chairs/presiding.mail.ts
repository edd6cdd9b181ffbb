import type { ChairPost } from '../domain/panel/chair';
import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To whoever comes to preside over an item. Round and number of the item, nothing of the lead and of nobody's interest. */
export function presidingMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly roundId: string;
    readonly roundNumber: string;
    readonly position: number;
    readonly post: ChairPost;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, roundId, roundNumber: round, position, post, url } = facts;
  return letterMail(words, {
    kind: 'chair.presides',
    roundId,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('chairs.mail.subject', { round, position }),
    heading: words.t('chairs.mail.heading', { name: person.name }),
    paragraphs: [
      words.t(`chairs.mail.what.${post}`, { round, position }),
      words.t('chairs.mail.next'),
      words.t('chairs.mail.secret'),
    ],
    action: { label: words.t('chairs.mail.act'), url },
  });
}
