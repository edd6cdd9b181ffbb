import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';

/** To a leader who was named as answerable for a project. */
export function projectSponsoredMail(
  facts: {
    readonly person: { readonly id: string; readonly name: string; readonly email: string };
    readonly cageNo: string;
    /** The day by which the five ones have to stand. */
    readonly due: string;
    readonly url: string;
  },
  words: Words,
): MailDraft {
  const { person, cageNo, due, url } = facts;
  return letterMail(words, {
    kind: 'project.sponsored',
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t('cage.mail.sponsored.subject', { cageNo }),
    heading: words.t('cage.mail.sponsored.heading', { name: person.name, cageNo }),
    paragraphs: [
      words.t('cage.mail.sponsored.what', { cageNo }),
      words.t('cage.mail.sponsored.next', { due }),
    ],
    action: { label: words.t('cage.mail.sponsored.act'), url },
  });
}
