import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, roundFacts, type RoundMailFacts, waysIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Reminds a seat that still has items to vote on. Earlier links go on working. */
export function roundReminderMail(facts: RoundMailFacts & { waiting: number }, words: Words): MailDraft {
  return letterMail(words, {
    ...addressed(facts, roundMails.reminder),
    subject: words.t('rounds.mail.reminder.subject', { number: facts.roundNumber, n: facts.waiting }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('rounds.mail.reminder.what', { number: facts.roundNumber, n: facts.waiting }),
      words.t('rounds.mail.link'),
    ],
    facts: roundFacts(facts, words),
    ...waysIn(facts, words),
  });
}
