import type { SeatVoter } from '../domain/round/seat-voter';
import { letterMail, type MailDraft } from '../mail/letter';
import type { Words } from '../words/words';
import { addressed, entryNote, roundFacts, type RoundMailFacts, type WayIn } from './round-invitation.mail';
import { roundMails } from './round-mails';

/** Tells whoever voted for a seat that somebody else does now. The reason stays inside. */
export function seatHandedOverMail(
  facts: Omit<RoundMailFacts, WayIn> & { readonly to: SeatVoter },
  words: Words,
): MailDraft {
  const { roundNumber: number, seatUnit: unit, sender, to } = facts;
  const post = words.t(`seats.post.${to.post}`);
  return letterMail(words, {
    ...addressed(facts, roundMails.handedOver),
    subject: words.t('seats.mail.handedOver.subject', { number }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('seats.mail.handedOver.what', { number, unit, sender, post, name: to.name }),
      words.t('seats.mail.handedOver.ballots'),
    ],
  });
}

/** Asks whoever votes for a seat from now on to vote, and says for whom and that earlier ballots stand. */
export function seatTakenOverMail(
  facts: RoundMailFacts & { readonly waiting: number; readonly from: SeatVoter; readonly to: SeatVoter },
  words: Words,
): MailDraft {
  const { roundNumber: number, seatUnit: unit, waiting, from, to } = facts;
  const posts = { from: words.t(`seats.post.${from.post}`), to: words.t(`seats.post.${to.post}`) };
  return letterMail(words, {
    ...addressed(facts, roundMails.takenOver),
    subject: words.t('seats.mail.takenOver.subject', { number }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t('seats.mail.takenOver.what', { number, unit, name: from.name, ...posts }),
      words.t('seats.mail.takenOver.waiting', { n: waiting }),
      words.t('rounds.mail.link'),
      ...entryNote(facts, words),
    ],
    facts: roundFacts(facts, words),
    action: { label: words.t('rounds.mail.act'), url: facts.url },
  });
}
