import type { MailedLink } from '../links/mailed-link.entity';
import type { BallotRoom } from './ballot-room';

/** Why a link opens nothing. `unknown` is told to everybody alike and with nothing else. */
export type LinkTrouble =
  'unknown' | 'replaced' | 'withdrawn' | 'closed' | 'deadlinePassed' | 'cancelled' | 'expired';

/** What a mailed voting link stands for. `room` lets the page say which round it was and whom to ask. */
export type LinkReading =
  | { readonly trouble: null; readonly link: MailedLink; readonly room: BallotRoom }
  | { readonly trouble: LinkTrouble; readonly link: null; readonly room: BallotRoom | null };
