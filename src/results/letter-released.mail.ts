import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import type { LetterContent } from './letter-content';

/** To the scout of a lead: the letter in full, as it was frozen, and where to open it for printing. */
export function letterReleasedMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly content: LetterContent;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, content, url } = facts;
  const { number, leadNumber } = content;
  return letterMail(words, {
    kind: 'letter.released',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('results.mail.letter.subject', {
      number,
      lead: leadNumber,
      outcome: words.t(`results.outcome.${content.outcome}`),
    }),
    heading: words.t('results.mail.letter.heading', { number }),
    paragraphs: [
      content.to,
      content.opening,
      ...content.sections.map(({ heading, text }) => `${heading}${text}`),
      content.office,
      content.date,
    ],
    action: { label: words.t('results.mail.letter.act'), url },
  });
}
