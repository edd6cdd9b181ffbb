import { manufacturing } from '../../../src/domain/rubric/manufacturing';
import { ruleSetR1 } from '../oracle/random-item';
import { oracle, type OracleDeed, type OraclePaper, type OracleSeat } from '../oracle/tally-oracle';

/** The life of one round written out a second time, small and pure, from the rules and from nothing of the program. */
export interface RoundModel {
  state: 'planned' | 'open' | 'locked' | 'closed' | 'cancelled' | 'voided';
  /** Minutes since the run began. */
  now: number;
  deadline: number;
  extended: boolean;
  readonly seats: readonly ModelSeat[];
  readonly cells: Cell[][];
  readonly vetoes: ModelVeto[];
  request: { readonly kind: 'reopen' | 'void'; readonly by: number; readonly deadline: number } | null;
  outcomes: readonly string[];
  earlier: number;
}

export interface ModelSeat extends OracleSeat {
  /** Whether it has an approved alternate, and who of the two votes. */
  readonly hasAlternate: boolean;
  post: 'a' | 'b';
  /** Every link mailed to it, oldest first. */
  readonly links: ('live' | 'dead' | 'withdrawn')[];
  /** For each of them, to whom of the two it went. */
  readonly sentTo: ('a' | 'b')[];
}

export interface Cell {
  turnout: 'waiting' | 'cast' | 'recused';
  /** Each press that was recorded, oldest first; null for a recusal. */
  readonly presses: (OraclePaper['vote'] | null)[];
  draft: string | null;
  /** Who of the seat's two voters has declared to have no interest, by casting. */
  readonly declared: Set<'a' | 'b'>;
}

export interface ModelVeto {
  readonly seat: number;
  readonly item: number;
  readonly ground: string;
  /** Who of the seat's two voters has raised it. */
  readonly by: 'a' | 'b';
  state: 'raised' | 'confirmed' | 'dismissed' | 'withdrawn';
}

/** Minutes that a round runs at first, and again when it is reopened. */
export const TERM = 30;

/** What a vote of the model is marked with, on every criterion of its seat. */
export const MARKS: Readonly<Record<OraclePaper['vote'], number>> = {
  agree: 4,
  supplement: 3,
  against: 1,
  abstain: 2,
};

export function newRound(
  seats: readonly (OracleSeat & { hasAlternate: boolean })[],
  items: number,
): RoundModel {
  const cell = (): Cell => ({ turnout: 'waiting', presses: [], draft: null, declared: new Set() });
  return {
    state: 'planned',
    now: 0,
    deadline: TERM,
    extended: false,
    seats: seats.map((seat) => ({ ...seat, post: 'a', links: [], sentTo: [] })),
    cells: seats.map(() => Array.from({ length: items }, cell)),
    vetoes: [],
    request: null,
    outcomes: [],
    earlier: 0,
  };
}

export const NOT_NOW = {
  planned: 'roundNotOpened',
  open: 'roundAlreadyOpen',
  locked: 'deadlinePassed',
  closed: 'alreadyClosed',
  cancelled: 'roundCancelled',
  voided: 'roundVoided',
} as const;

/** What each item comes to as it stands, by the rules written out by hand. */
export function verdicts(model: RoundModel): ReturnType<typeof oracle>[] {
  const { seats, cells, vetoes } = model;
  return (cells[0] ?? []).map((_, item) =>
    oracle({
      seats,
      deeds: seats.map((seat, at) => deedOf(seat, cellOf(model, { seat: at, item }))),
      highest: 5,
      criteria: manufacturing.criteria,
      vetoes: vetoes.filter((veto) => veto.item === item),
      extensionsUsed: model.extended ? 1 : 0,
      rules: ruleSetR1,
    }),
  );
}

function deedOf(seat: OracleSeat, { turnout, presses }: Cell): OracleDeed {
  if (turnout === 'waiting') return { did: 'nothing' };
  if (turnout === 'recused') return { did: 'recused', after: null };
  const vote = presses.at(-1) ?? 'abstain';
  const own = manufacturing.criteria.filter(({ kinds }) => (kinds as readonly string[]).includes(seat.kind));
  return {
    did: 'voted',
    paper: { vote, marks: Object.fromEntries(own.map(({ code }) => [code, MARKS[vote]])) },
  };
}

/** Whether the round takes no papers now, and why. */
export function shut({ state, now, deadline }: RoundModel): string | null {
  if (state !== 'open') return NOT_NOW[state];
  return now < deadline ? null : 'deadlinePassed';
}

/** Seats that owe a ballot and whose links nobody has withdrawn. */
export function silent({ seats, cells }: RoundModel): ModelSeat[] {
  return seats.filter(
    ({ links }, at) =>
      (cells[at] ?? []).some(({ turnout }) => turnout === 'waiting') &&
      (links.includes('live') || !links.includes('withdrawn')),
  );
}

export const wasOpened = ({ seats }: RoundModel): boolean => (seats[0]?.links.length ?? 0) > 0;

export function mail(seats: readonly ModelSeat[]): void {
  for (const { links, sentTo, post } of seats) {
    links.push('live');
    sentTo.push(post);
  }
}

export function kill(seats: readonly ModelSeat[], as: 'dead' | 'withdrawn'): void {
  for (const { links } of seats) links.forEach((link, at) => link === 'live' && (links[at] = as));
}

export const seatOf = ({ seats }: RoundModel, at: number): ModelSeat => seats[at % seats.length] as ModelSeat;

/** Why a link of the seat, counted from the newest, opens nothing; null where it is live. */
export function deadLink({ links, sentTo, post }: ModelSeat, fromNewest: number): string | null {
  const at = links.length - 1 - (fromNewest % links.length);
  if (links[at] === 'live') return null;
  return sentTo[at] === post ? 'ballotLinkReplaced' : 'seatHandedOver';
}

export function cellOf({ cells }: RoundModel, { seat, item }: { seat: number; item: number }): Cell {
  const row = cells[seat % cells.length] ?? [];
  return row[item % row.length] as Cell;
}
