import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, entryNote, roundFacts, type RoundMailFacts, waysIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Tells each seat that a counted round takes ballots again, why and until when. What it had come to is not told. */
export function roundReopenedMail(
  facts: RoundMailFacts & { readonly waiting: number; readonly reason: string },
  words: Words,
): MailDraft {
  const { roundNumber: number, sender, reason, waiting } = facts;
  return letterMail(words, {
    ...addressed(facts, roundMails.reopened),
    subject: words.t('rounds.mail.reopened.subject', { number }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('rounds.mail.reopened.what', { number, sender }),
      words.t('rounds.mail.reopened.reason', { reason }),
      words.t(waiting > 0 ? 'rounds.mail.reopened.waiting' : 'rounds.mail.reopened.done', { n: waiting }),
      words.t('rounds.mail.link'),
      ...entryNote(facts, words),
    ],
    facts: roundFacts(facts, words),
    ...waysIn(facts, words),
  });
}
