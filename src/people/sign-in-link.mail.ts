import { letterMail, MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To whoever asked for it: a link that signs in once, within fifteen minutes. */
export function signInLinkMail(
  facts: { person: { id: string; name: string; email: string }; url: string },
  words: Words,
): MailDraft {
  return letterMail(words, {
    kind: 'signInLink',
    to: { personId: facts.person.id, name: facts.person.name, address: facts.person.email },
    subject: words.t('signIn.mail.subject'),
    heading: words.t('signIn.mail.heading', { name: facts.person.name }),
    paragraphs: [words.t('signIn.mail.what'), words.t('signIn.mail.once')],
    action: { label: words.t('signIn.mail.act'), url: facts.url },
  });
}
