import { Fraction } from '../shared/fraction';
import { defineMachine } from '../shared/machine';
import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { Instant } from '../shared/instant';
import type { Role } from '../access/viewer';

export const DISPUTE_STATES = ['filed', 'answered', 'proposed', 'ruled', 'withdrawn'] as const;
export type DisputeState = (typeof DISPUTE_STATES)[number];

/** Whose the first report is: its holder's, the challenger's, or the credit of it is shared. */
export const DISPUTE_OUTCOMES = ['holder', 'challenger', 'split'] as const;
export type DisputeOutcome = (typeof DISPUTE_OUTCOMES)[number];

/** What a proposal and a ruling rest on, in the order of weight of lead-form 3.6.4. */
export const DISPUTE_WEIGHTS = ['earlierReport', 'investorStatement', 'datedTalk', 'splitCredit'] as const;
export type DisputeWeight = (typeof DISPUTE_WEIGHTS)[number];

export const DISPUTE_EVIDENCE = ['investorStatement', 'datedTalk', 'other'] as const;
export type DisputeEvidence = (typeof DISPUTE_EVIDENCE)[number];

export interface DisputeFacts {
  readonly roles: readonly Role[];
  readonly isHolder: boolean;
  readonly isChallenger: boolean;
  readonly now: Instant;
  /** The last moment at which the holder may answer. */
  readonly answerBy: Instant;
  readonly answered: boolean;
  /** Its size is one that the leading group rules on. */
  readonly forLeadingGroup: boolean;
}

/** Nobody decides on his own case, whatever other role he has. */
const noParty = ({ isHolder, isChallenger }: DisputeFacts): Refusal | null =>
  isHolder || isChallenger ? refuse('partyDecidesNothing') : null;

const secretariat = ({ roles }: DisputeFacts): Refusal | null =>
  roles.includes('secretariat') ? null : refuse('notYourRole');

const ruler = ({ roles, forLeadingGroup }: DisputeFacts): Refusal | null =>
  roles.includes(forLeadingGroup ? 'leadingGroup' : 'secretariat')
    ? null
    : refuse(forLeadingGroup ? 'disputeForLeadingGroup' : 'notYourRole');

/** The first proposal waits until the holder has spoken or has let the time for it go by. */
const holderWasHeard = ({ answered, now, answerBy }: DisputeFacts): Refusal | null =>
  answered || now > answerBy ? null : refuse('holderMayStillAnswer');

export const disputeMachine = defineMachine({
  name: 'dispute',
  moves: {
    answer: {
      from: ['filed'],
      to: 'answered',
      refusal: (facts: DisputeFacts) => (facts.isHolder ? null : refuse('notYourDispute')),
    },
    propose: {
      from: ['filed', 'answered', 'proposed'],
      to: 'proposed',
      refusal: (facts: DisputeFacts) =>
        firstRefusal(
          () => noParty(facts),
          () => secretariat(facts),
          () => holderWasHeard(facts),
        ),
    },
    rule: {
      from: ['proposed'],
      to: 'ruled',
      refusal: (facts: DisputeFacts) =>
        firstRefusal(
          () => noParty(facts),
          () => ruler(facts),
        ),
    },
    withdraw: {
      from: ['filed', 'answered', 'proposed'],
      to: 'withdrawn',
      refusal: (facts: DisputeFacts) => (facts.isChallenger ? null : refuse('notYourDispute')),
    },
  },
});

export type DisputeMove = keyof typeof disputeMachine.moves;

/** Shares in hundredths of a per cent. */
export interface Shares {
  readonly holder: number;
  readonly challenger: number;
}

export const WHOLE_SHARE = 10_000;
const SHARE = /^\d{1,3}(?:\.\d{1,2})?$/;

/** Reads `62.5` per cent as 6,250; null for what is no share between 0 and 100 with two decimals at most. */
export function readShare(text: string): number | null {
  const plain = text.normalize('NFKC').replace(/[%\s]/g, '');
  if (!SHARE.test(plain)) return null;
  const [whole = '0', decimals = ''] = plain.split('.');
  const hundredths = Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return hundredths <= WHOLE_SHARE ? hundredths : null;
}

/** `62.50` */
export function shareText(hundredths: number): string {
  return Fraction.of(hundredths, 100).toDecimal(2);
}

/** The shares that an outcome gives; for a split they come from the ruling and have to make up the whole. */
export function sharesOf(
  outcome: DisputeOutcome,
  given: { readonly holder: string; readonly challenger: string },
): Shares | Refusal {
  if (outcome === 'holder') return { holder: WHOLE_SHARE, challenger: 0 };
  if (outcome === 'challenger') return { holder: 0, challenger: WHOLE_SHARE };
  const [holder, challenger] = [readShare(given.holder), readShare(given.challenger)];
  if (holder === null || challenger === null || holder === 0 || challenger === 0)
    return refuse('shareUnreadable');
  if (holder + challenger !== WHOLE_SHARE)
    return refuse('sharesNotWhole', { sum: shareText(holder + challenger) });
  return { holder, challenger };
}
