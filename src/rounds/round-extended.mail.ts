import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, entryNote, roundFacts, type RoundMailFacts, waysIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Tells a seat that still has items to vote on of the new deadline. */
export function roundExtendedMail(facts: RoundMailFacts & { waiting: number }, words: Words): MailDraft {
  return letterMail(words, {
    ...addressed(facts, roundMails.extended),
    subject: words.t('rounds.mail.extended.subject', { number: facts.roundNumber }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('rounds.mail.extended.what', { number: facts.roundNumber, n: facts.waiting }),
      words.t('rounds.mail.link'),
      ...entryNote(facts, words),
    ],
    facts: roundFacts(facts, words),
    ...waysIn(facts, words),
  });
}
