import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { addressed, roundFacts, type RoundMailFacts, waysIn } from './round-invitation.mail';
import { roundMails } from './round-mails';
import { roundReminderMail } from './round-reminder.mail';

/** One of the seats a person votes for, and what waits there. */
export type SeatReminder = RoundMailFacts & { readonly waiting: number };

/**
 * Reminds a person of everything that still waits for their vote: one mail, with a link for each seat in the order of
 * the deadlines. Earlier links go on working.
 */
export function reminderDigestMail(seats: readonly SeatReminder[], words: Words): MailDraft {
  const [first, ...others] = [...seats].sort((a, b) => order(a).localeCompare(order(b)));
  if (first === undefined) throw new Error('a reminder without a seat');
  if (others.length === 0) return roundReminderMail(first, words);
  const all = [first, ...others];
  const n = all.reduce((sum, { waiting }) => sum + waiting, 0);
  const numbers = [...new Set(all.map(({ roundNumber }) => roundNumber))];
  return {
    ...letterMail(words, {
      ...addressed(first, roundMails.reminder),
      subject: words.t('reminders.mail.subject', { n, numbers: formatsFor(words).list(numbers) }),
      heading: words.t('rounds.mail.heading', { name: first.person.name }),
      paragraphs: [words.t('reminders.mail.what', { n, seats: all.length }), words.t('reminders.mail.link')],
      parts: all.map((seat) => ({
        heading: words.t('reminders.mail.part', { unit: seat.seatUnit, n: seat.waiting }),
        facts: roundFacts(seat, words),
        ...waysIn(seat, words),
      })),
    }),
    moreRoundIds: all.map(({ roundId }) => roundId).filter((id) => id !== first.roundId),
  };
}

const order = ({ deadlineAt, roundNumber, seatUnit }: SeatReminder): string =>
  `${deadlineAt} ${roundNumber} ${seatUnit}`;
