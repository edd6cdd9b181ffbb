import type { ItemAttendance } from '../round/progress';
import type { Seat } from '../round/roll';
import type { RuleSet } from '../rubric/rule-set';
import { ChanceOfAll, type SeatChances } from './chance';
import { requirementsOf, together, type Requirement } from './requirements';
import { responsesAt, type PastResponse, type Responses } from './response';

export interface ForecastInput {
  readonly roll: readonly Seat[];
  /** Who has voted on what; never what. */
  readonly attendance: readonly ItemAttendance[];
  readonly rules: RuleSet['quorum'];
  readonly past: readonly PastResponse[];
  /** How much of the time from opening to deadline has passed, 0 to 1. */
  readonly elapsed: number;
}

/** A seat whose vote would help, and what makes it count: its function, its kind, or the number of votes. */
export interface Call {
  readonly seatId: string;
  readonly because: 'duty' | 'kind' | 'share';
  /** By how much its vote would raise the chance of all quorums. */
  readonly rise: number;
  /** Its own record says that it will rather not vote in time; never so without enough of the past. */
  readonly isUnlikely: boolean;
}

export type Forecast =
  | { readonly state: 'met' }
  /** Even if everybody voted who still can. */
  | { readonly state: 'impossible' }
  | {
      readonly state: 'open';
      /** Seats that have not finished and matter to some quorum. */
      readonly waiting: number;
      readonly responses: Pick<Responses, 'rounds' | 'cases' | 'done' | 'isEnough'>;
      /** Of every item's quorum by the deadline; null where too little of the past is known to state one. */
      readonly range: { readonly low: number; readonly high: number } | null;
      /** Whom to call, the vote that helps most first; among equals in the order of the roll. */
      readonly calls: readonly Call[];
    };

/** Smaller differences are those of the arithmetic, not of the seats. */
const NOTHING = 1e-9;

/**
 * How likely it is that every item has its quorum by the deadline, if each seat goes on as it has done in past rounds
 * of the panel. A seat that votes is taken to vote on everything it still owes. It decides nothing, so that it may be
 * worked out in floating point; the same record always gives the same answer.
 */
export function forecast({ roll, attendance, rules, past, elapsed }: ForecastInput): Forecast {
  const items = requirementsOf(roll, attendance, rules);
  if (items.length === 0) return { state: 'met' };
  const wanted = together(items);
  if (wanted.some(({ missing, seats }) => seats.length < missing)) return { state: 'impossible' };
  const responses = responsesAt(past, elapsed);
  const waiting = roll.filter(({ seatId }) => wanted.some(({ seats }) => seats.includes(seatId)));
  const chances = (which: 'low' | 'middle' | 'high'): SeatChances =>
    new Map(
      waiting.map(({ seatId }) => [seatId, responses.isEnough ? responses.chance(seatId)[which] : 0.5]),
    );
  const all = new ChanceOfAll(items);
  const { rounds, cases, done, isEnough } = responses;
  const middle = chances('middle');
  return {
    state: 'open',
    waiting: waiting.length,
    responses: { rounds, cases, done, isEnough },
    range: isEnough ? { low: all.of(chances('low')).least, high: all.of(chances('high')).most } : null,
    calls: callsOf(waiting, all, wanted, middle, isEnough),
  };
}

/** A range in whole percent that promises no more than is known: outwards to the next five. */
export function shownRange({ low, high }: { low: number; high: number }): { low: number; high: number } {
  const steps = 20;
  return {
    low: Math.max(0, Math.floor(low * steps + NOTHING)) * 5,
    high: Math.min(steps, Math.ceil(high * steps - NOTHING)) * 5,
  };
}

function callsOf(
  waiting: readonly Seat[],
  all: ChanceOfAll,
  wanted: readonly Requirement[],
  chances: SeatChances,
  isKnown: boolean,
): Call[] {
  const now = all.of(chances).least;
  const calls = waiting.map((seat, place) => {
    const { seatId } = seat;
    const after = all.of(new Map([...chances, [seatId, 1]])).least;
    return {
      seatId,
      because: becauseOf(seat, waiting, wanted),
      rise: Math.max(0, after - now),
      isUnlikely: isKnown && (chances.get(seatId) ?? 0) < 0.5,
      place,
    };
  });
  return calls
    .sort((a, b) => (Math.abs(a.rise - b.rise) > NOTHING ? b.rise - a.rise : a.place - b.place))
    .map(({ place: _, ...call }) => call);
}

/** The narrowest requirement that the seat belongs to: one of its function, of its kind, or of the whole roll. */
function becauseOf(
  { seatId, function: duty, kind }: Seat,
  waiting: readonly Seat[],
  wanted: readonly Requirement[],
): Call['because'] {
  const seatOf = new Map(waiting.map((seat) => [seat.seatId, seat]));
  const own = wanted.filter(({ seats }) => seats.includes(seatId));
  const allOf = (same: (seat: Seat | undefined) => boolean): boolean =>
    own.some(({ seats }) => seats.every((id) => same(seatOf.get(id))));
  if (duty !== null && allOf((seat) => seat?.function === duty)) return 'duty';
  return allOf((seat) => seat?.kind === kind) ? 'kind' : 'share';
}
