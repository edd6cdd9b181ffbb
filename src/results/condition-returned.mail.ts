import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To the scout and whoever answers for a condition: it was missed for so long that the lead is back with the panel. */
export function conditionReturnedMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly leadNumber: string;
    /** The day the condition was due. */
    readonly due: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, leadNumber: lead, due, url } = facts;
  return letterMail(words, {
    kind: 'condition.returned',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('after.mail.returned.subject', { lead }),
    heading: words.t('after.mail.returned.heading', { lead }),
    paragraphs: [words.t('after.mail.returned.what', { lead, due }), words.t('after.mail.returned.next')],
    action: { label: words.t('after.mail.lead.act'), url },
  });
}
