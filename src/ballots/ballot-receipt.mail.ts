import type { Instant } from '../domain/shared/instant';
import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';

export interface ReceiptFacts {
  readonly person: { readonly id: string; readonly name: string; readonly email: string };
  readonly roundId: string;
  readonly roundNumber: string;
  readonly position: number;
  /** Both people of a seat that was handed over; null where its holder has always voted. */
  readonly seat?: { readonly unit: string; readonly voter: string; readonly other: string } | null;
  /** Who entered it from paper and who compared it; left out or null where the seat cast it by its link. */
  readonly enteredBy?: readonly string[] | null;
  readonly isRecusal: boolean;
  readonly version: number;
  readonly castAt: Instant;
  readonly deadlineAt: Instant;
  readonly code: string;
  readonly url: string;
}

/**
 * To the enrolled mailbox after each ballot and recusal: that it was recorded, and how to revise it. Nothing of the
 * lead beyond the number of its item, nothing of what was voted.
 */
export function ballotReceiptMail(facts: ReceiptFacts, words: Words): MailDraft {
  const { person, roundNumber, position, version, isRecusal } = facts;
  const fmt = formatsFor(words);
  const kind = isRecusal ? 'recusal' : 'cast';
  return letterMail(words, {
    kind: 'ballot.receipt',
    roundId: facts.roundId,
    to: { personId: person.id, name: person.name, address: person.email },
    subject: words.t(`ballots.mail.${kind}.subject`, { round: roundNumber, position }),
    heading: words.t('ballots.mail.heading', { name: person.name }),
    paragraphs: [
      words.t(`ballots.mail.${kind}.what`, { round: roundNumber, position }),
      ...(facts.enteredBy
        ? [words.t('paperBallots.mail.entered', { names: fmt.list([...facts.enteredBy]) })]
        : []),
      words.t(`ballots.mail.${kind}.next`, { deadline: fmt.dateTimeFull(facts.deadlineAt) }),
      words.t('ballots.mail.notYou'),
    ],
    facts: [
      [words.t('ballots.receipt.code'), facts.code],
      [words.t('ballots.receipt.round'), roundNumber],
      [words.t('ballots.receipt.item'), words.t('ballots.receipt.itemNo', { position })],
      ...(!facts.seat
        ? []
        : [[words.t('rounds.mail.fact.seat'), words.t('seats.mail.seat', facts.seat)] as const]),
      [words.t('ballots.receipt.version'), words.t('ballots.receipt.versionNo', { version })],
      [words.t('ballots.receipt.at'), fmt.dateTimeFull(facts.castAt)],
    ],
    action: { label: words.t('ballots.mail.check'), url: facts.url },
  });
}
