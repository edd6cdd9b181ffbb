import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, type RoundMailFacts, type WayIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Tells a seat that was invited that the round is over without a decision. The reason stays inside. */
export function roundCancelledMail(facts: Omit<RoundMailFacts, WayIn>, words: Words): MailDraft {
  return letterMail(words, {
    ...addressed(facts, roundMails.cancelled),
    subject: words.t('rounds.mail.cancelled.subject', { number: facts.roundNumber }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [words.t('rounds.mail.cancelled.what', { number: facts.roundNumber, sender: facts.sender })],
  });
}
