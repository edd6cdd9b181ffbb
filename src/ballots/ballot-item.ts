import type { BallotContent } from '../domain/ballot/ballot';
import type { LeadContent } from '../domain/lead/content';
import type { RubricContent } from '../domain/rubric/rubric-content';
import type { Instant } from '../domain/shared/instant';
import type { TypedForm } from './ballot.form';
import type { BallotRoom, RoomItem } from './ballot-room';
import type { BallotDossier } from './dossier.views';

/** A seat's own ballot on one item: what counts, and what it has written since. */
export interface OwnBallot {
  readonly current: {
    readonly content: BallotContent;
    readonly version: number;
    readonly castAt: Instant;
    readonly receiptCode: string;
  } | null;
  /** `savedBy` is null for one whose writer is not known. */
  readonly draft: {
    readonly form: TypedForm;
    readonly savedAt: Instant;
    readonly savedBy: string | null;
  } | null;
}

/** Everything the page of one item is made of. */
export interface ItemRead {
  readonly room: BallotRoom;
  readonly item: RoomItem;
  readonly content: LeadContent;
  readonly dossier: BallotDossier;
  readonly own: OwnBallot;
  /** Only the criteria that the item asks. */
  readonly rubric: RubricContent;
  /** As published. */
  readonly whole: RubricContent;
}
