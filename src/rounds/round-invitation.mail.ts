import { type Letter, letterMail, type MailDraft } from '../mail/letter';
import type { MailAttachment } from '../mail/mail-body';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import { roundMails } from './round-mails';

/** What a mail about a round may say: nothing of the leads, because a mail may be forwarded. */
export interface RoundMailFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly roundId: string;
  readonly roundNumber: string;
  readonly items: number;
  readonly deadlineAt: string;
  /** The unit that asks. */
  readonly sender: string;
  /** For which seat: the unit the person votes for. */
  readonly seatUnit: string;
  readonly url: string;
  /** The other way in: a code to be typed, as it is printed, and where. */
  readonly code: string;
  readonly codeUrl: string;
  /** The deadline as a calendar entry. */
  readonly entry?: MailAttachment;
  /** The link replaces an earlier one, which is dead. */
  readonly isReplacement?: boolean;
}

/** What a mail needs only where it lets somebody in. */
export type WayIn = 'url' | 'code' | 'codeUrl';

/** Asks the holder of a seat to vote, with the link that opens the ballot. */
export function roundInvitationMail(facts: RoundMailFacts, words: Words): MailDraft {
  const kind = facts.isReplacement ? 'replacement' : 'invitation';
  return letterMail(words, {
    ...addressed(facts, roundMails.invitation),
    subject: words.t(`rounds.mail.${kind}.subject`, { number: facts.roundNumber }),
    heading: words.t('rounds.mail.heading', { name: facts.person.name }),
    paragraphs: [
      words.t(`rounds.mail.${kind}.what`, { number: facts.roundNumber, items: facts.items }),
      words.t('rounds.mail.link'),
      ...entryNote(facts, words),
    ],
    facts: roundFacts(facts, words),
    ...waysIn(facts, words),
  });
}

/** The link, and for whoever cannot press it the short code with the address of the page that takes it. */
export function waysIn(
  { url, code, codeUrl }: RoundMailFacts,
  words: Words,
): Required<Pick<Letter, 'action' | 'byHand'>> {
  return {
    action: { label: words.t('rounds.mail.act'), url },
    byHand: { text: words.t('votingLinks.mail.byHand', { code }), url: codeUrl },
  };
}

export function addressed(
  { person, roundId, entry }: Pick<RoundMailFacts, 'person' | 'roundId' | 'entry'>,
  kind: string,
): Pick<MailDraft, 'kind' | 'to' | 'roundId' | 'attachments'> {
  const to = { personId: person.id, name: person.name, address: person.email };
  return { kind, to, roundId, attachments: entry ? [entry] : [] };
}

/** What the attachment is for, where there is one. */
export function entryNote({ entry }: Pick<RoundMailFacts, 'entry'>, words: Words): string[] {
  return entry ? [words.t('reminders.entry.note')] : [];
}

/** Number, seat, count, deadline with its weekday, sender: the same lines in each mail of a round. */
export function roundFacts(facts: RoundMailFacts, words: Words): [string, string][] {
  return [
    [words.t('rounds.mail.fact.number'), facts.roundNumber],
    [words.t('rounds.mail.fact.seat'), facts.seatUnit],
    [words.t('rounds.mail.fact.items'), words.t('rounds.mail.items', { n: facts.items })],
    [
      words.t('rounds.mail.fact.deadline'),
      words.t('rounds.mail.deadline', { at: formatsFor(words).dateTimeFull(facts.deadlineAt) }),
    ],
    [words.t('rounds.mail.fact.sender'), facts.sender],
  ];
}
