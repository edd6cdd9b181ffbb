import { Injectable } from '@nestjs/common';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { Viewer } from '../domain/access/viewer';
import type { Pair } from '../domain/assignment/assignment';
import { checkInterestReason, type InterestStanding } from '../domain/round/interests';
import { insist, refuse, Refused } from '../domain/shared/refusal';
import { groundsOf } from '../leads/lead-interest.entity';
import { LeadInterestsQueries } from '../leads/lead-interests.queries';
import { LeadInterestsService, type InterestRecord } from '../leads/lead-interests.service';
import { actorOf } from '../ledger/actor';
import type { LedgerActor } from '../ledger/ledger';
import { keyOf, type InterestKey } from './interest-key';
import { excludedOf, InterestsQueries, keptPairs, undecidedOf, type InterestRead } from './interests.queries';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';

/** What opening a round takes from the interests: who is recused, and what is to be recorded of each. */
export interface OpeningInterests {
  /** Seats, by the panel's ids, that are recused from the first. */
  readonly recused: readonly Pair[];
  readonly records: readonly InterestRecord[];
}

/** Decides before a round opens who takes no part in which item. */
@Injectable()
export class InterestsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly queries: InterestsQueries,
    private readonly leads: LeadInterestsService,
    private readonly recorded: LeadInterestsQueries,
    private readonly records: RoundRecords,
  ) {}

  /**
   * For a round just planned: serious interests are recorded at once, and keep people away until they are decided;
   * whoever a rule of the city excludes is kept away for good.
   */
  async note(tx: Tx, viewer: Viewer, round: Pick<Round, 'id' | 'panelId'>): Promise<void> {
    const { interests } = await this.queries.planned(tx, round);
    await this.record(
      tx,
      viewer,
      [
        ...undecidedOf(interests).map((interest) => recordOf(interest, round.id, 'open')),
        ...excludedOf(interests).map((interest) => recordOf(interest, round.id, 'confirmed')),
      ],
      null,
    );
  }

  /**
   * Confirms or dismisses what was suggested; until the round opens it can be decided anew.
   * @throws Refused 404 for no such suggestion, 409 where the round is not planned or a rule decides, 422 for the reason
   */
  decide(
    viewer: Viewer,
    roundId: string,
    key: InterestKey,
    { confirms, reason }: { readonly confirms: boolean; readonly reason: string },
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const round = await this.plannedRound(tx, roundId);
      const { interests } = await this.queries.planned(tx, round);
      const interest = interests.find((one) => keyOf(one) === keyOf(key));
      if (interest === undefined) throw new Refused(refuse('notFound'), 404);
      if (interest.standing === 'byRule') throw new Refused(refuse('interestByRule'), 409);
      insist(checkInterestReason(reason), 422);
      const record = recordOf(interest, roundId, confirms ? 'confirmed' : 'dismissed', reason.trim());
      await this.record(tx, viewer, [record], viewer.personId);
    });
  }

  /**
   * Recuses the holder of a seat who has told the secretariat of an interest that no fact shows.
   * @throws Refused 404 for no such seat or item, 409 where the round is not planned, 422 for the reason
   */
  tell(viewer: Viewer, roundId: string, given: Pair & { readonly reason: string }): Promise<void> {
    return this.work.run(async (tx) => {
      const round = await this.plannedRound(tx, roundId);
      const { interests, items, seats } = await this.queries.planned(tx, round);
      const seat = seats.find(({ id }) => id === given.seatId);
      const item = items.find(({ id }) => id === given.itemId);
      if (seat === undefined || item === undefined) throw new Refused(refuse('interestOfWhom'), 422);
      insist(checkInterestReason(given.reason), 422);
      const key = { itemId: item.id, seatId: seat.id, personId: seat.holderId };
      const known = interests.find((one) => keyOf(one) === keyOf(key));
      if (known?.standing === 'byRule') throw new Refused(refuse('interestByRule'), 422);
      const grounds = [...new Set([...(known?.grounds ?? []), 'told' as const])];
      const standing = 'confirmed' as const;
      const record = { ...key, leadId: item.leadId, roundId, grounds, standing, reason: given.reason.trim() };
      await this.record(tx, viewer, [record], viewer.personId);
    });
  }

  /** For an opening within the caller's unit. @throws Refused 409 while a serious interest is undecided */
  async forOpening(tx: Tx, round: Round): Promise<OpeningInterests> {
    const { interests } = await this.queries.planned(tx, round);
    const { length: count } = undecidedOf(interests);
    if (count > 0) throw new Refused(refuse('interestsUndecided', { count }), 409);
    const records = interests.flatMap((interest) => {
      const standing = openedStanding(interest);
      return standing === null ? [] : [recordOf(interest, round.id, standing, interest.reason)];
    });
    return { recused: keptPairs(interests), records };
  }

  /** Within the unit that opens the round. */
  async recordOpening(tx: Tx, viewer: Viewer, { records }: OpeningInterests): Promise<void> {
    await this.record(tx, viewer, records, null);
  }

  /**
   * Within the unit that recuses a seat by the person's own word: from here on nothing of the lead is theirs to see.
   * @param reason in the person's own words
   */
  async declare(
    tx: Tx,
    of: { readonly itemId: string; readonly roundSeatId: string; readonly personId: string },
    reason: string,
    actor: LedgerActor,
  ): Promise<void> {
    const place = await tx.one<{ leadId: string; roundId: string; seatId: string }>(
      sql`select item.lead_id as "leadId", item.round_id as "roundId", round_seat.seat_id as "seatId"
          from round_item item join round_seat on round_seat.id = ${of.roundSeatId} where item.id = ${of.itemId}`,
    );
    if (place === null) throw new Refused(refuse('notFound'), 404);
    const { itemId, personId } = of;
    const key = { itemId, seatId: place.seatId, personId };
    const before = (await this.recorded.ofRound(tx, place.roundId)).find((row) => keyOf(row) === keyOf(key));
    const grounds = [...new Set([...(before ? groundsOf(before) : []), 'declared' as const])];
    const record = { ...place, ...key, grounds, standing: 'confirmed' as const, reason };
    await this.leads.record(tx, [record], actor, personId);
  }

  /** For a round that is called off before it opened: what nobody has decided keeps nobody away any more. */
  async letGo(tx: Tx, viewer: Viewer, roundId: string): Promise<void> {
    const rows = await this.recorded.ofRound(tx, roundId);
    const open = rows.filter(({ standing }) => standing === 'open');
    const left = open.map((row): InterestRecord => ({ ...row, grounds: groundsOf(row), standing: 'left' }));
    await this.record(tx, viewer, left, null);
  }

  private async plannedRound(tx: Tx, roundId: string): Promise<Round> {
    const round = await this.records.lock(tx, roundId);
    if (round.state !== 'planned') throw new Refused(outOfTurn('recuse', round.state), 409);
    return round;
  }

  private record(
    tx: Tx,
    viewer: Viewer,
    records: readonly InterestRecord[],
    decidedBy: string | null,
  ): Promise<void> {
    return this.leads.record(tx, records, actorOf(viewer), decidedBy);
  }
}

/** What the opening makes of an interest that nobody has decided; null where the record stands already. */
function openedStanding({ standing }: InterestRead): InterestStanding | null {
  if (standing === 'byRule') return 'confirmed';
  return standing === 'open' ? 'left' : null;
}

function recordOf(
  { itemId, seatId, personId, leadId, grounds }: InterestRead,
  roundId: string,
  standing: InterestStanding,
  reason = '',
): InterestRecord {
  return { itemId, seatId, personId, leadId, roundId, grounds, standing, reason };
}
