import { createHash } from 'node:crypto';
import type { BallotViewer } from '../domain/access/viewer';
import type { BallotContent, Vote } from '../domain/ballot/ballot';
import { canonical } from '../domain/shared/canonical';
import type { LedgerActor } from '../ledger/ledger';
import type { BallotVersion } from './ballot.entity';

/** A paper to be put into the box: a ballot, or the word that a seat takes no part. */
export interface Paper {
  readonly itemId: string;
  readonly kind: 'cast' | 'recusal';
  /** Judged already; of a recusal only `note`, its reason, is kept. */
  readonly content: BallotContent;
  /** The key of the page it was sent from; without one, each press is an act of its own. */
  readonly key: string | null;
  /** Coarse, as `coarseDevice` says it. */
  readonly device: string;
  /** Where two people of the secretariat have entered it from a sheet of paper; left out for the seat's own press. */
  readonly entered?: EnteredFor;
}

/** Who has entered a ballot for a seat, and from which paper. */
export interface EnteredFor {
  readonly paperId: string;
  readonly enteredBy: LedgerActor;
  readonly confirmedBy: LedgerActor;
}

/** The row of a paper. Of a recusal only the note, its reason, is kept. */
export function versionOf(
  { roundId, roundSeatId, personId }: BallotViewer,
  { itemId, kind, content, device, entered }: Paper,
  act: Pick<BallotVersion, 'id' | 'version' | 'castAt' | 'idempotencyKey' | 'receiptCode'>,
): BallotVersion {
  const { scores, na, reasons, computed, vote, comment, note } = content;
  const isCast = kind === 'cast';
  return {
    ...act,
    roundId,
    itemId,
    roundSeatId,
    kind,
    vote: isCast ? (vote as Vote) : null,
    scores: canonical(isCast ? scores : {}),
    na: canonical(isCast ? na : []),
    reasons: canonical(isCast ? reasons : {}),
    computed: isCast && computed ? canonical(computed) : null,
    comment: isCast ? comment : '',
    note,
    castBy: personId,
    device,
    enteredFor: entered?.paperId ?? null,
  };
}

/**
 * What makes one press one act, 64 hex digits: bound to seat, item and content, so that a key taken over from another
 * page can neither hide nor repeat a vote.
 */
export function pressKey(
  { roundSeatId }: BallotViewer,
  { itemId, kind, content }: Paper,
  press: string,
): string {
  const { scores, na, reasons, computed, vote, comment, note } = content;
  const given = { scores, na, reasons, vote, comment, note };
  const said = canonical(computed ? { ...given, computed } : given);
  return createHash('sha256')
    .update(canonical([roundSeatId, itemId, kind, press, said]))
    .digest('hex');
}
