import { takesBallots } from '../domain/round/deadline';
import { seatsOf } from '../domain/round/roll';
import { attendanceOf, roundProgress, type RoundProgress, type SeatProgress } from '../domain/round/progress';
import { voterOf, type SeatVoter } from '../domain/round/seat-voter';
import type { Instant } from '../domain/shared/instant';
import type { Room } from './round-room.queries';
import type { RoundItem, RoundSeat, TurnoutState } from './round.entity';
import type { LeadCard } from '../leads/leads.queries';
import type { SeatLink } from './seat-traces.queries';

/**
 * How a mailed link stands: opened (its button was pressed), fetched by machines alone, neither, its mail waiting or
 * never arrived, or taken out of use.
 */
export type LinkStanding = 'opened' | 'machineOnly' | 'unopened' | 'queued' | 'failed' | 'withdrawn';

/** What is wrong with the way to a seat that has not finished, or null. */
export type LinkTrouble = 'bounced' | 'machineOnly' | 'withdrawn';

/** One seat of the roll with all that is known of its voting, which is whether and when. */
export interface SeatStanding {
  readonly seat: RoundSeat;
  readonly voter: SeatVoter;
  readonly progress: SeatProgress;
  readonly isDone: boolean;
  readonly link: LinkStanding;
  readonly linkTrouble: LinkTrouble | null;
  /** The page behind its link was read by who may have been a person, and nobody went on from it. */
  readonly linkRead: boolean;
  /** From how many browsers its links were used. */
  readonly devices: number;
  readonly lastAt: Instant | null;
  /** Item by item, in the order of the agenda; null where the seat does not judge the item. */
  readonly marks: readonly (TurnoutState | null)[];
}

/** A round as it stands at a moment; every part of the page is made from it. */
export interface Standing {
  readonly now: Instant;
  readonly isOverdue: boolean;
  readonly progress: RoundProgress;
  readonly seats: readonly SeatStanding[];
  readonly silent: readonly SeatStanding[];
  readonly items: readonly {
    item: RoundItem;
    lead: LeadCard | null;
    quorum: RoundProgress['items'][number]['quorum'];
  }[];
}

/** Works the standing out from turnout, links and mails. Pure. */
export function standingOf(room: Room, now: Instant): Standing {
  const present = attendanceOf(
    room.items.map(({ item }) => item),
    room.turnout,
  );
  const progress = roundProgress(seatsOf(room.roll), present, room.rules.content.quorum);
  const marks = new Map(room.roll.map(({ id }) => [id, new Map<string, Room['turnout'][number]>()]));
  for (const row of room.turnout) marks.get(row.roundSeatId)?.set(row.itemId, row);
  const bySeat = new Map(progress.seats.map((seat) => [seat.seatId, seat]));
  const seats = room.roll.map((seat): SeatStanding => {
    const own = room.items.map(({ item }) => marks.get(seat.id)?.get(item.id));
    const trace = room.links.get(seat.id);
    const openedAt = trace?.openedAt ?? null;
    const voter = room.voters.get(seat.id) ?? voterOf(seat, null);
    const link = linkOf(trace, room.mails.get(voter.personId)?.state);
    const acted = own.flatMap((row) => (row?.at ? [row.at] : []));
    const at = bySeat.get(seat.id) ?? { seatId: seat.id, cast: 0, recused: 0, awaited: 0 };
    return {
      seat,
      voter,
      progress: at,
      isDone: at.awaited === 0,
      link,
      linkTrouble: at.awaited === 0 ? null : (troubles[link] ?? null),
      linkRead: trace?.readOnly ?? false,
      devices: trace?.devices ?? 0,
      lastAt: [openedAt, ...acted].reduce(
        (last, one) => (one !== null && (last === null || one > last) ? one : last),
        null,
      ),
      marks: own.map((row) => row?.state ?? null),
    };
  });
  const byItem = new Map(progress.items.map(({ itemId, quorum }) => [itemId, quorum]));
  return {
    now,
    isOverdue: isOverdue(room.round, now),
    progress,
    seats,
    silent: seats.filter(({ isDone }) => !isDone),
    items: room.items.flatMap(({ item, lead }) => {
      const quorum = byItem.get(item.id);
      return quorum ? [{ item, lead, quorum }] : [];
    }),
  };
}

function isOverdue({ state, deadlineAt }: Room['round'], now: Instant): boolean {
  return state === 'locked' || (state === 'open' && !takesBallots(now, deadlineAt));
}

const troubles: Partial<Record<LinkStanding, LinkTrouble>> = {
  failed: 'bounced',
  machineOnly: 'machineOnly',
  withdrawn: 'withdrawn',
};

/** What was fetched says more than the note that its mail has left: the note comes last. */
function linkOf(trace: SeatLink | undefined, mail: string | undefined): LinkStanding {
  if (trace?.withdrawn) return 'withdrawn';
  if (trace && trace.trace !== 'unopened') return trace.trace;
  if (mail === 'failed') return 'failed';
  return mail === 'sent' || trace?.readOnly ? 'unopened' : 'queued';
}
