import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To a scout: what the secretariat says about their lead. No investor's name in it. */
export function scoutAnsweredMail(
  {
    person,
    leadNumber: lead,
    kind,
    note,
    url,
  }: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly leadNumber: string;
    readonly kind: 'response' | 'answer';
    readonly note: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  return letterMail(words, {
    kind: `promise.${kind}`,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`promises.mail.${kind}.subject`, { lead }),
    heading: words.t('promises.mail.hello', { name: person.name }),
    paragraphs: [words.t(`promises.mail.${kind}.what`, { lead }), note],
    action: { label: words.t('promises.mail.lead'), url },
  });
}
