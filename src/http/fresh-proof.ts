import type { AppRequest } from './request';

/** What is asked of somebody whose last proof of who they are is too old for what they are about to do. */
export interface ProofAsked {
  /** How old a proof may be, in minutes. */
  readonly minutes: number;
  readonly hasPassword: boolean;
  /** In the demo nobody has a password: one press is enough. */
  readonly isDemo: boolean;
  /** Where a code has been mailed to; null for none. */
  readonly codeSentTo: string | null;
  readonly error: 'password' | 'code' | null;
}

/** The act has not been done; all that was sent is carried over the proof. */
export class NotProven extends Error {
  constructor(
    readonly asked: ProofAsked,
    readonly fields: Readonly<Record<string, unknown>>,
  ) {
    super('not proven');
  }
}

/** Whether somebody has shown lately enough who they are. The feature that knows passwords implements it. */
export abstract class FreshProof {
  /**
   * Lets pass whose proof is fresh, or is brought along in the fields `proof[…]`.
   * @throws NotProven, Refused 429 after too many wrong tries
   */
  abstract insist(request: AppRequest, fields: Readonly<Record<string, unknown>>): Promise<void>;
}
