import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To the scout of a lead whose item came to nothing: it will be looked at again, and nothing has to be done. */
export function leadUndecidedMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly leadNumber: string;
    readonly roundNumber: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, leadNumber: lead, roundNumber: round, url } = facts;
  return letterMail(words, {
    kind: 'lead.undecided',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('results.mail.undecided.subject', { lead }),
    heading: words.t('results.mail.undecided.heading', { lead }),
    paragraphs: [words.t('results.mail.undecided.what', { round }), words.t('results.mail.undecided.next')],
    action: { label: words.t('results.mail.undecided.act'), url },
  });
}
