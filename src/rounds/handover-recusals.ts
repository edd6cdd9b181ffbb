import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { Turnout, type RoundSeat } from './round.entity';
import type { SeatHandover } from './seat-handover.entity';

/** Items that a seat goes out of with a hand-over, and those that it comes back into. */
export interface RecusalChange {
  readonly out: readonly string[];
  readonly back: readonly string[];
}

/** Nobody votes on a lead that they reported themselves: what a hand-over means for the items of its seat. */
@Injectable()
export class HandoverRecusals {
  constructor(private readonly clock: Clock) {}

  /**
   * The seat comes back into the items that only the person before had to leave, and goes out of those still awaited
   * whose lead the new person reported or has a confirmed interest in. Where the seat has cast already, that ballot stands, and the new person can
   * neither see nor replace it. A seat that was out before the first hand-over stays out.
   */
  async change(
    tx: Tx,
    { id, roundId }: RoundSeat,
    personId: string,
    before: SeatHandover | null,
  ): Promise<RecusalChange> {
    const left = before === null ? [] : (JSON.parse(before.recused) as string[]);
    const own = await tx.rows<{ id: string }>(
      sql`select item.id from round_item item join lead on lead.id = item.lead_id
          where item.round_id = ${roundId} and (lead.scout_id = ${personId} or exists (
            select 1 from lead_interest where lead_interest.item_id = item.id
              and lead_interest.person_id = ${personId} and lead_interest.standing = 'confirmed'))
          order by item.position`,
    );
    const back = left.filter((itemId) => !own.some((item) => item.id === itemId));
    await this.mark(tx, id, back, 'recused', 'waiting');
    const waiting = await tx.rows<{ itemId: string }>(
      sql`select item_id as "itemId" from turnout where round_seat_id = ${id} and state = 'waiting'
            and item_id in ${sql.list(own.map((item) => item.id))} order by item_id`,
    );
    const out = waiting.map(({ itemId }) => itemId);
    await this.mark(tx, id, out, 'waiting', 'recused');
    return { out, back };
  }

  private async mark(
    tx: Tx,
    roundSeatId: string,
    items: readonly string[],
    from: Turnout['state'],
    to: Turnout['state'],
  ): Promise<void> {
    if (items.length === 0) return;
    const at = to === 'waiting' ? null : this.clock.now();
    const where = sql`round_seat_id = ${roundSeatId} and item_id in ${sql.list(items)} and state = ${from}`;
    await tx.update(Turnout, { state: to, at }, where);
  }
}
