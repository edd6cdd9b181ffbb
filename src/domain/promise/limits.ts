import { TRACKS, type Track } from '../lead/dictionaries';
import type { Setting } from '../settings/setting';
import { hundredths, parseWan } from '../shared/wan';

/** What a city promises to people who report and to investors; terms in workdays, the day it begins not counted. */
export type PromiseLimits = {
  /** A first word of a person to the scout. */
  readonly response: number;
  /** The judgement at intake, and of large or specialist leads. */
  readonly intake: number;
  readonly intakeLong: number;
  /** A lead is large from this total investment on, in 万元. */
  readonly largeFromWan: string;
  /** Tracks whose leads count as specialist. */
  readonly specialistTracks: readonly Track[];
  /** For the scout: what was returned is completed. */
  readonly completion: number;
  /** After acceptance: put to a vote, or answered when it will be. */
  readonly answer: number;
  /** After a closing: the letter. */
  readonly letter: number;
  /** Between two follow-ups with the investor. */
  readonly followUp: number;
  /** Beijing time of day at which a term ends on its last day. */
  readonly closesAt: string;
  /** No pause is longer, in calendar days. */
  readonly longestPause: number;
  /** So many workdays before its end a promise is due soon; so many after it the leading group is told. */
  readonly soon: number;
  readonly leadersAfter: number;
  /** Digests go out within these hours of a workday. */
  readonly hoursFrom: string;
  readonly hoursTo: string;
  /** Account of the head of the secretariat; '' for everybody of it. */
  readonly head: string;
};

/** The terms that are numbers of workdays, with what each may be. */
export const termRanges = {
  response: [1, 10],
  intake: [1, 30],
  intakeLong: [1, 60],
  completion: [1, 60],
  answer: [1, 60],
  letter: [1, 30],
  followUp: [1, 60],
  longestPause: [1, 180],
  soon: [0, 10],
  leadersAfter: [1, 60],
} as const satisfies Readonly<Partial<Record<keyof PromiseLimits, readonly [number, number]>>>;
export type Term = keyof typeof termRanges;

const timeOfDay = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Response 1 workday, judgement 3 or 5, answer within a week, letter 1 (decision-rules.md, time limits `[JM]`), follow-up
 * every two weeks (PRODUCT.md); what is large, what counts as specialist, completion and escalation are **ours**.
 */
export const promiseLimits: Setting<PromiseLimits> = {
  key: 'promise-limits',
  preset: {
    response: 1,
    intake: 3,
    intakeLong: 5,
    largeFromWan: '100000.00',
    specialistTracks: ['tech'],
    completion: 10,
    answer: 5,
    letter: 1,
    followUp: 10,
    closesAt: '18:00',
    longestPause: 60,
    soon: 1,
    leadersAfter: 3,
    hoursFrom: '09:00',
    hoursTo: '18:00',
    head: '',
  },
  read(stored) {
    const given = (stored ?? {}) as Record<string, unknown>;
    const terms = Object.entries(termRanges).map(([name, [least, most]]) => {
      const n = given[name];
      if (typeof n !== 'number' || !Number.isSafeInteger(n) || n < least || n > most)
        throw new Error(`promise-limits: ${name} is not a number from ${least} to ${most}`);
      return [name, n];
    });
    const times = ['closesAt', 'hoursFrom', 'hoursTo'].map((name) => {
      const at = given[name];
      if (typeof at !== 'string' || !timeOfDay.test(at))
        throw new Error(`promise-limits: ${name} is no time`);
      return [name, at];
    });
    const { largeFromWan, head } = given;
    const specialistTracks: unknown = given['specialistTracks'];
    if (typeof largeFromWan !== 'string' || parseWan(largeFromWan) === null)
      throw new Error('promise-limits: largeFromWan is no amount');
    if (
      !Array.isArray(specialistTracks) ||
      specialistTracks.some((one: unknown) => !TRACKS.includes(one as Track))
    )
      throw new Error('promise-limits: specialistTracks are not tracks');
    if (typeof head !== 'string') throw new Error('promise-limits: head is no account');
    const numbers = Object.fromEntries([...terms, ...times]) as Omit<
      PromiseLimits,
      'largeFromWan' | 'specialistTracks' | 'head'
    >;
    return { ...numbers, largeFromWan, specialistTracks: specialistTracks as Track[], head };
  },
};

/** From which total investment on, in hundredths of 万元 as the column has it. */
export function largeFrom({ largeFromWan }: PromiseLimits): number {
  const amount = parseWan(largeFromWan);
  if (amount === null) throw new RangeError(`not an amount: ${largeFromWan}`);
  return hundredths(amount);
}

/** What decides how long the intake check may take. */
export interface IntakeSize {
  readonly totalInvestment: number | null;
  readonly track: Track | null;
}

/** Workdays for the intake check of this lead. */
export function intakeTerm(limits: PromiseLimits, { totalInvestment, track }: IntakeSize): number {
  const isLarge = totalInvestment !== null && totalInvestment >= largeFrom(limits);
  const isSpecialist = track !== null && limits.specialistTracks.includes(track);
  return isLarge || isSpecialist ? limits.intakeLong : limits.intake;
}
