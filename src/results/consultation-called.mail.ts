import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To everybody invited to a consultation: when and where, and the page. The lead is named by its number alone. */
export function consultationCalledMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly leadNumber: string;
    readonly at: string;
    readonly place: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, leadNumber: lead, at, place, url } = facts;
  return letterMail(words, {
    kind: 'consultation.called',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('after.mail.called.subject', { lead, at }),
    heading: words.t('after.mail.called.heading', { name: person.name, lead }),
    paragraphs: [words.t('after.mail.called.what', { lead }), words.t('after.mail.called.next')],
    facts: [
      [words.t('after.meeting.at'), at],
      [words.t('after.meeting.place'), place],
    ],
    action: { label: words.t('after.mail.called.act'), url },
  });
}
