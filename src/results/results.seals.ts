import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable } from '../ledger/sealed-records';
import { EarlierOutcome } from './earlier-outcome.entity';
import { Letter } from './letter.entity';
import { OutcomeRow } from './outcome.entity';

/** All that binds of an outcome. */
export function outcomeSeal(row: OutcomeRow): CanonicalValue {
  return { ...row };
}

/** All that binds of an outcome that was put aside. */
export function earlierOutcomeSeal(row: EarlierOutcome): CanonicalValue {
  return { ...row };
}

/** All that binds of a letter. */
export function letterSeal(row: Letter): CanonicalValue {
  return { ...row };
}

export const sealedOutcomes = sealedTable('outcome', OutcomeRow, outcomeSeal);
export const sealedLetters = sealedTable('letter', Letter, letterSeal);
export const sealedEarlierOutcomes = sealedTable('earlierOutcome', EarlierOutcome, earlierOutcomeSeal);
