import type { Instant } from '../domain/shared/instant';
import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom } from './ballot-room';

export interface SecondStepFacts {
  readonly room: BallotRoom;
  readonly code: string;
  readonly expiresAt: Instant;
}

/** The code that was asked for by pressing the button; the subject does not tell it. */
export function secondStepMail({ room, code, expiresAt }: SecondStepFacts, words: Words): MailDraft {
  const { id: personId, name, email: address } = room.person;
  return letterMail(words, {
    kind: 'ballot.secondStep',
    roundId: room.roundId,
    to: { personId, name, address },
    subject: words.t('votingLinks.step.mail.subject', { round: room.roundNumber }),
    heading: words.t('ballots.mail.heading', { name }),
    paragraphs: [
      words.t('votingLinks.step.mail.what', { round: room.roundNumber }),
      words.t('votingLinks.step.mail.other'),
    ],
    facts: [
      [words.t('votingLinks.step.mail.code'), `${code.slice(0, 3)} ${code.slice(3)}`],
      [words.t('votingLinks.step.mail.until'), formatsFor(words).dateTimeFull(expiresAt)],
    ],
  });
}
