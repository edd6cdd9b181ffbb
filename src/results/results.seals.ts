import type { CanonicalValue } from '../domain/shared/canonical';
import { sealedTable } from '../ledger/sealed-records';
import { EarlierOutcome } from './earlier-outcome.entity';
import { AdmissionCondition } from './condition.entity';
import { Consultation, ConsultationOpinion, ConsultationParticipant } from './consultation.entity';
import { Decision } from './decision.entity';
import { Deferral } from './deferral.entity';
import { HostCondition } from './host-condition.entity';
import { Letter } from './letter.entity';
import { OutcomeRow } from './outcome.entity';
import { OverrideAct } from './override.entity';

/** All that binds of an outcome. What came later into the table counts where it says something. */
export function outcomeSeal({ overridden, materials, ruledAs, ...row }: OutcomeRow): CanonicalValue {
  return {
    ...row,
    ...(overridden === null ? {} : { overridden }),
    ...(materials === null ? {} : { materials }),
    ...(ruledAs === null ? {} : { ruledAs }),
  };
}

/** All that binds of an outcome that was put aside. */
export function earlierOutcomeSeal({
  overridden,
  materials,
  ruledAs,
  ...row
}: EarlierOutcome): CanonicalValue {
  return {
    ...row,
    ...(overridden === null ? {} : { overridden }),
    ...(materials === null ? {} : { materials }),
    ...(ruledAs === null ? {} : { ruledAs }),
  };
}

/** All that binds of a letter. */
export function letterSeal({ decisionId, ...row }: Letter): CanonicalValue {
  return { ...row, ...(decisionId === null ? {} : { decisionId }) };
}

/** All that binds of a row of what follows a closing: everything. */
export function wholeSeal(row: object): CanonicalValue {
  return { ...row };
}

export const sealedOutcomes = sealedTable('outcome', OutcomeRow, outcomeSeal);
export const sealedLetters = sealedTable('letter', Letter, letterSeal);
export const sealedEarlierOutcomes = sealedTable('earlierOutcome', EarlierOutcome, earlierOutcomeSeal);

/** The binding rows of what follows a closing. */
export const sealedFollowUps = [
  sealedTable('override', OverrideAct, wholeSeal),
  sealedTable('decision', Decision, wholeSeal),
  sealedTable('deferral', Deferral, wholeSeal),
  sealedTable('condition', AdmissionCondition, wholeSeal),
  sealedTable('hostCondition', HostCondition, wholeSeal),
  sealedTable('consultation', Consultation, wholeSeal),
  sealedTable('participant', ConsultationParticipant, wholeSeal),
  sealedTable('opinion', ConsultationOpinion, wholeSeal),
] as const;
