import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** The code that was asked for to prove who one is; the subject does not tell it. */
export function proofCodeMail(
  facts: { readonly to: { personId: string; name: string; address: string }; readonly code: string },
  words: Words,
): MailDraft {
  const { to, code } = facts;
  return letterMail(words, {
    kind: 'proofCode',
    to,
    subject: words.t('proof.mail.subject'),
    heading: words.t('proof.mail.heading', { name: to.name }),
    paragraphs: [words.t('proof.mail.what'), words.t('proof.mail.other')],
    facts: [[words.t('proof.mail.code'), `${code.slice(0, 3)} ${code.slice(3)}`]],
  });
}
