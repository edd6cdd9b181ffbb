import type { Instant } from '../domain/shared/instant';

/** That a ballot version is in the ledger, and where. Nothing of what it says, nothing of whose it is. */
export interface Receipt {
  readonly code: string;
  readonly roundNumber: string;
  readonly position: number;
  readonly version: number;
  readonly castAt: Instant;
  readonly isCurrent: boolean;
  /** The version that counts now, when it is another. */
  readonly currentVersion: number;
  readonly ledgerNumber: number;
  readonly ledgerHash: string;
  /** Whether the stored row is still the one that was sealed. */
  readonly unchanged: boolean;
}
