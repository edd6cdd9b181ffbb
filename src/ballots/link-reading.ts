import type { MailedLink } from '../links/mailed-link.entity';
import type { LinkDoor } from '../domain/link/link-door';
import type { SecondStep } from '../domain/link/second-step';
import type { BallotRoom } from './ballot-room';

/** Why a link opens nothing. `unknown` is told to everybody alike and with nothing else. */
export type LinkTrouble =
  | 'unknown'
  | 'replaced'
  | 'withdrawn'
  | 'handedOver'
  | 'closed'
  | 'deadlinePassed'
  | 'cancelled'
  | 'voided'
  | 'expired';

/** A link that opens its ballot, or what is left to rule on. */
export interface LiveLink {
  readonly trouble: null;
  readonly link: MailedLink;
  readonly room: BallotRoom;
  readonly door: LinkDoor;
}

/** How the holder came in: by the address in the mail or by its short code, and by a mailed code after that. */
export interface WayOfEntry {
  readonly by: 'link' | 'code';
  readonly secondStep: SecondStep;
}

/** What a mailed voting link stands for. `room` lets the page say which round it was and whom to ask. */
export type LinkReading =
  LiveLink | { readonly trouble: LinkTrouble; readonly link: null; readonly room: BallotRoom | null };
