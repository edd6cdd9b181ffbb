import type { LeadState } from '../lead/states';
import { refuse, type Refusal } from '../shared/refusal';

/** Symbols of a question and of an answer at the most. */
export const LONGEST_QUESTION = 500;
export const LONGEST_ANSWER = 2000;
/** Questions of one seat on one item; more is a conversation, which belongs into a consultation. */
export const MOST_OF_SEAT = 5;

export type QuestionState = 'asked' | 'answered' | 'withdrawn';
/** A seat's question waits for the secretariat, which passes it on in its own words or puts it aside with a reason. */
export type SeatQuestionState = 'waiting' | 'passedOn' | 'putAside';

const OVER: readonly LeadState[] = ['draft', 'rejected', 'withdrawn', 'merged'];

/** Whether anybody can still be asked about a lead. */
export function askRefusal(state: LeadState): Refusal | null {
  return OVER.includes(state) ? refuse('questionNotNow', { state }) : null;
}

/** What is wrong with a text; null when it can be sent. */
export function questionFault(text: string): string | null {
  const { length } = [...text.trim()];
  if (length < 4) return 'questionMissing';
  return length > LONGEST_QUESTION ? 'questionLong' : null;
}

export function answerFault(text: string): string | null {
  const { length } = [...text.trim()];
  if (length < 2) return 'answerMissing';
  return length > LONGEST_ANSWER ? 'answerLong' : null;
}
