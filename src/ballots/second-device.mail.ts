import type { Instant } from '../domain/shared/instant';
import { letterMail, type MailDraft } from '../mail/letter';
import { formatsFor } from '../words/formats';
import type { Words } from '../words/words';
import type { BallotRoom, RoomContact } from './ballot-room';
import { deviceWords } from '../http/views/device-words';

export interface SecondDeviceFacts {
  readonly room: BallotRoom;
  readonly at: Instant;
  readonly device: string;
  /** The devices it was used from before, the first one first. */
  readonly earlier: readonly string[];
}

/**
 * To the enrolled mailbox, whoever used the link: it was used from a device that is new to this seat. It brings no
 * link; what to do is said in words.
 */
export function secondDeviceMail({ room, at, device, earlier }: SecondDeviceFacts, words: Words): MailDraft {
  const fmt = formatsFor(words);
  const { id: personId, name, email: address } = room.person;
  const fact = (key: string, value: string): [string, string] => [
    words.t(`votingLinks.secondDevice.${key}`),
    value,
  ];
  return letterMail(words, {
    kind: 'ballot.secondDevice',
    roundId: room.roundId,
    to: { personId, name, address },
    subject: words.t('votingLinks.secondDevice.subject', { round: room.roundNumber }),
    heading: words.t('ballots.mail.heading', { name }),
    paragraphs: [
      words.t('votingLinks.secondDevice.what', { round: room.roundNumber }),
      words.t('votingLinks.secondDevice.own'),
      words.t('votingLinks.secondDevice.other', { contact: whomToCall(room.contact, words) }),
    ],
    facts: [
      fact('at', fmt.dateTimeFull(at)),
      fact('device', deviceWords(device, words)),
      fact('earlier', fmt.list([...new Set(earlier)].map((one) => deviceWords(one, words)))),
      fact('seat', room.seat.unitName),
    ],
  });
}

/** Without the address: a mail shows none that could be taken for a link. */
function whomToCall(contact: RoomContact | null, words: Words): string {
  if (contact === null) return words.t('votingLinks.secretariat');
  const { unitName: unit, name, mobile } = contact;
  return words.t('votingLinks.whom', { unit, name, mobile: mobile ?? '' });
}
