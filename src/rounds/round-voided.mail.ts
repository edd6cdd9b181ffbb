import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, type RoundMailFacts, type WayIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Tells each seat that two people have put the round aside, and why. */
export function roundVoidedMail(
  facts: Omit<RoundMailFacts, WayIn> & { readonly reason: string },
  words: Words,
): MailDraft {
  const { roundNumber: number, sender, reason } = facts;
  return letterMail(words, {
    ...addressed(facts, roundMails.voided),
    subject: words.t('rounds.mail.voided.subject', { number }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('rounds.mail.voided.what', { number, sender }),
      words.t('rounds.mail.voided.reason', { reason }),
    ],
  });
}
