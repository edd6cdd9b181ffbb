import { firstRefusal, refuse, type Refusal } from '../shared/refusal';
import type { Instant } from '../shared/instant';

/** What a participant may say (minutes of a commission: agree, disagree, amend, defer). */
export const STANCES = ['agree', 'disagree', 'amend', 'defer'] as const;
export type Stance = (typeof STANCES)[number];

/** What a consultation may end in: never in another consultation. */
export const CONCLUSIONS = ['admit', 'reject', 'resubmit', 'defer'] as const;
export type Conclusion = (typeof CONCLUSIONS)[number];

export const isConclusion = (text: string): text is Conclusion =>
  (CONCLUSIONS as readonly string[]).includes(text);

export type ConsultationState = 'open' | 'concluded' | 'superseded';

export interface ConsultationFacts {
  readonly state: ConsultationState;
  /** When the meeting is held; null while none has been called. */
  readonly meetsAt: Instant | null;
  readonly now: Instant;
  readonly participants: number;
  /** Participants whose opinion is on record. */
  readonly heard: number;
  /** How often material had been asked for before, and how often it may be. */
  readonly resubmissions: number;
  readonly mostResubmissions: number;
}

/** What the leading group may choose now; asking for material once too often drops out. */
export function conclusionsFor({
  resubmissions,
  mostResubmissions,
}: Pick<ConsultationFacts, 'resubmissions' | 'mostResubmissions'>): readonly Conclusion[] {
  return CONCLUSIONS.filter((choice) => choice !== 'resubmit' || resubmissions < mostResubmissions);
}

/** Fewest participants of a meeting: one unit alone consults nobody. */
export const FEWEST_PARTICIPANTS = 2;

/** Whether it can be concluded at all: called, begun, and at least half of those invited on record (`2h >= p`). */
export function concludable(facts: ConsultationFacts): Refusal | null {
  const { state, meetsAt, now, participants, heard } = facts;
  const needed = participants - Math.floor(participants / 2);
  return firstRefusal(
    () => (state === 'open' ? null : refuse('consultationOver')),
    () => (meetsAt === null ? refuse('meetingNotCalled') : null),
    () => (meetsAt !== null && meetsAt > now ? refuse('meetingAhead', { at: meetsAt }) : null),
    () =>
      participants >= FEWEST_PARTICIPANTS
        ? null
        : refuse('participantsTooFew', { participants, fewest: FEWEST_PARTICIPANTS }),
    () => (heard >= needed ? null : refuse('opinionsMissing', { heard, needed, participants })),
  );
}

/** Whether it may end like this. */
export function checkConclusion(
  given: { readonly result: string; readonly reason: string },
  facts: ConsultationFacts,
): Refusal | null {
  const { result, reason } = given;
  const { resubmissions: times, mostResubmissions: most } = facts;
  return firstRefusal(
    () => concludable(facts),
    () => (isConclusion(result) ? null : refuse('conclusionUnknown')),
    () =>
      conclusionsFor(facts).some((choice) => choice === result)
        ? null
        : refuse('resubmittedTooOften', { times, most }),
    () => (reason.trim() === '' ? refuse('reasonMissing') : null),
  );
}
