import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To the chair of the panel at closing, where the computation left items open: how many, until when, where to rule. */
export function rulingWantedMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly roundNumber: string;
    readonly items: number;
    /** When the letters have to be out, ready to print. */
    readonly due: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, roundNumber: round, items: n, due, url } = facts;
  return letterMail(words, {
    kind: 'ruling.wanted',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('results.mail.ruling.subject', { round, n }),
    heading: words.t('results.mail.ruling.heading', { name: person.name, round, n }),
    paragraphs: [
      words.t('results.mail.ruling.what', { round, n }),
      words.t('results.mail.ruling.next', { due }),
    ],
    action: { label: words.t('results.mail.ruling.act'), url },
  });
}
