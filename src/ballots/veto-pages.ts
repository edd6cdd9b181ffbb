import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Randomness } from '../clock/randomness';
import { Reader } from '../database/reader';
import { sql } from '../database/sql';
import type { BallotViewer } from '../domain/access/viewer';
import type { FieldProblem } from '../domain/ballot/check-ballot';
import { Refused, refuse } from '../domain/shared/refusal';
import { page, type PageAnswer } from '../http/answers';
import { lastHandover } from '../rounds/seat-voters.queries';
import type { Words } from '../words/words';
import { BallotItemsQueries } from './ballot-items.queries';
import { vetoPageView, type VetoPageInput } from './veto-page.views';
import { vetoRaiseView } from './veto-raise.views';
import type { RollSeat, Watcher } from './veto-standing';
import { VetoesQueries } from './vetoes.queries';
import type { TypedVeto } from './veto.form';

const nothing: TypedVeto = { ground: '', basis: '', text: '' };

/** The pages of vetoes as answers; one that came back to be corrected keeps every typed word (422). */
@Injectable()
export class VetoPages {
  constructor(
    private readonly reader: Reader,
    private readonly items: BallotItemsQueries,
    private readonly vetoes: VetoesQueries,
    private readonly clock: Clock,
    private readonly randomness: Randomness,
  ) {}

  /** @throws Refused 404 for an item of another round, 409 for a recused seat, 410 once the round is over */
  async raise(
    seat: BallotViewer,
    itemId: string,
    words: Words,
    sent: { typed: TypedVeto; problems: readonly FieldProblem[] } = { typed: nothing, problems: [] },
  ): Promise<PageAnswer> {
    const seen = await this.items.item(seat, itemId);
    if (seen.recused) throw new Refused(refuse('vetoRecused'), 409);
    const { room, item, content, rubric } = seen.read;
    const own = await this.vetoes.ofSeat(seat);
    const model = vetoRaiseView(
      {
        room,
        item,
        title: content.title ?? item.leadNumber,
        grounds: rubric.vetoGrounds.filter(({ raisedBy }) => raisedBy.includes(room.seat.kind)),
        roll: await this.roll(seat.roundId, itemId),
        earlier: own.filter(({ veto }) => veto.itemId === itemId),
        ...sent,
        key: this.randomness.bytes(16).toString('base64url'),
        now: this.clock.now(),
      },
      words,
    );
    return page('ballots/veto-raise', model, { status: sent.problems.length > 0 ? 422 : 200 });
  }

  /** @throws Refused 404 to whoever may not see it */
  async one(
    watchers: readonly Watcher[],
    id: string,
    words: Words,
    sent: VetoPageInput['sent'] = null,
  ): Promise<PageAnswer> {
    const seen = await this.vetoes.one(watchers, id);
    const view = seen.watcher.as === 'seat' ? 'ballots/veto' : 'vetoes/show';
    return page(view, vetoPageView({ seen, sent }, words), { status: sent ? 422 : 200 });
  }

  private async roll(roundId: string, itemId: string): Promise<RollSeat[]> {
    const rows = await this.reader.rows<Omit<RollSeat, 'recused'> & { turnout: string | null }>(
      sql`select round_seat.id as "seatId", round_seat.function as "function", round_seat.unit_name as "unitName",
            coalesce(handed.to_id, round_seat.holder_id) as "voterId", turnout.state as turnout
          from round_seat ${lastHandover} left join turnout on turnout.round_seat_id = round_seat.id and turnout.item_id = ${itemId}
          where round_seat.round_id = ${roundId} order by round_seat.position`,
    );
    return rows.map(({ turnout, ...seat }) => ({
      ...seat,
      recused: turnout === null || turnout === 'recused',
    }));
  }
}
