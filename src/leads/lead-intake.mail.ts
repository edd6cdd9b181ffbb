import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import type { LeadMailFacts } from './lead-received.mail';

export interface IntakeMailFacts extends LeadMailFacts {
  /** In the secretariat's words; may be ''. */
  readonly reason: string;
  /** What the scout can do about a rejection; '' or left out for nothing. */
  readonly remedy?: string;
  readonly otherNumber: string;
}

type Kind = 'accepted' | 'returned' | 'rejected' | 'merged';

/** To the scout: the lead passed intake and waits for a round. */
export function leadAcceptedMail(facts: IntakeMailFacts, words: Words): MailDraft {
  return intakeMail('accepted', facts, words);
}

/** To the scout: what is missing and what to do, with the way back into the form. */
export function leadReturnedMail(facts: IntakeMailFacts, words: Words): MailDraft {
  return intakeMail('returned', facts, words);
}

/** To the scout: the lead is not taken, and why. */
export function leadRejectedMail(facts: IntakeMailFacts, words: Words): MailDraft {
  return intakeMail('rejected', facts, words);
}

/** To the scout: the lead goes on under another number. */
export function leadMergedMail(facts: IntakeMailFacts, words: Words): MailDraft {
  return intakeMail('merged', facts, words);
}

function intakeMail(
  kind: Kind,
  { person, lead, url, reason, remedy = '', otherNumber }: IntakeMailFacts,
  words: Words,
): MailDraft {
  const number = lead.number ?? '';
  return letterMail(words, {
    kind: `lead.${kind}`,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`leads.mail.${kind}.subject`, { number }),
    heading: words.t('leads.mail.hello', { name: person.name }),
    paragraphs: [
      words.t(`leads.mail.${kind}.what`, { title: lead.title, other: otherNumber }),
      words.t(`leads.mail.${kind}.next`),
    ],
    facts: [
      [words.t('leads.number'), number],
      ...(reason === '' ? [] : [[words.t(`leads.mail.${kind}.reason`), reason] as const]),
      ...(remedy === '' ? [] : [[words.t('leads.remedy'), remedy] as const]),
    ],
    action: { label: words.t(`leads.mail.${kind}.act`), url },
  });
}
