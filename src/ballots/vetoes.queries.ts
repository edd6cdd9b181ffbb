import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql, type Sql } from '../database/sql';
import type { BallotViewer, Viewer } from '../domain/access/viewer';
import type { VetoState } from '../domain/ballot/veto';
import type { SeatFunction } from '../domain/rubric/panel-kind';
import { Refused, refuse } from '../domain/shared/refusal';
import { LeadsQueries } from '../leads/leads.queries';
import type { RoomVeto } from '../rounds/room-vetoes.queries';
import { RubricShelf } from './rubric-shelf';
import {
  confirmersOf,
  vetoStanding,
  type RollSeat,
  type VetoRead,
  type VetoStanding,
  type Watcher,
} from './veto-standing';
import { lastHandover } from '../rounds/seat-voters.queries';

export type { VetoRead };

/** A veto that its watcher may see, and what the watcher may do with it. */
export interface SeenVeto {
  readonly veto: VetoRead;
  readonly standing: VetoStanding;
}

/** As the tally counts it. */
export interface CountedVeto {
  readonly itemId: string;
  readonly ground: string;
  readonly state: VetoState;
}

type Row = Omit<
  VetoRead,
  'round' | 'roll' | 'ground' | 'title' | 'investorName' | 'keptAwayIds' | 'declaredIds'
> & {
  groundCode: string;
  leadRevisionId: string;
  roundId: string;
  roundNumber: string;
  roundState: string;
  deadlineAt: string;
  rubricVersionId: string;
};
type SeatRow = Omit<RollSeat, 'recused' | 'function'> & { roundId: string; function: SeatFunction | null };

/** Reads vetoes. Who may see one, `vetoStanding` decides; whoever may not is told that there is none. */
@Injectable()
export class VetoesQueries {
  constructor(
    private readonly reader: Reader,
    private readonly clock: Clock,
    private readonly leads: LeadsQueries,
    private readonly rubrics: RubricShelf,
  ) {}

  /** The vetoes that a seat has raised or is asked to settle in its round. */
  ofSeat(seat: Pick<BallotViewer, 'roundId' | 'roundSeatId' | 'personId'>): Promise<SeenVeto[]> {
    return this.seen(this.reader, sql`where veto.round_id = ${seat.roundId}`, watcherOf(seat));
  }

  /** How many vetoes wait for a seat to rule on them. */
  async asked(seat: Pick<BallotViewer, 'roundId' | 'roundSeatId' | 'personId'>): Promise<number> {
    const seen = await this.ofSeat(seat);
    return seen.filter(({ standing }) => standing.isConfirmer && standing.settle === null).length;
  }

  /** The vetoes a signed-in person may see: those that wait first, then the newest. */
  ofViewer(viewer: Viewer): Promise<SeenVeto[]> {
    return this.seen(this.reader, sql.empty, personOf(viewer));
  }

  /** The vetoes of a round as the secretariat sees them, by item. */
  ofRound(source: Source, roundId: string): Promise<VetoRead[]> {
    return this.read(source, sql`where veto.round_id = ${roundId}`);
  }

  /** The same as the round room shows them: without basis and facts, which the veto's own page has. */
  async ofRoom(source: Source, roundId: string): Promise<RoomVeto[]> {
    return (await this.ofRound(source, roundId)).map((veto) => {
      const { id, itemId, position, title, ground, state, raisedLabel, raisedAt } = veto;
      const settlers = confirmersOf(veto).map(({ unitName }) => unitName);
      return { id, itemId, position, title, ground, state, raisedLabel, raisedAt, settlers };
    });
  }

  /** How many wait on each item of a round; items without one are left out. */
  async waiting(source: Source, roundId: string): Promise<ReadonlyMap<string, number>> {
    const rows = await source.rows<{ itemId: string; n: number | string }>(
      sql`select item_id as "itemId", count(*) as n from veto where round_id = ${roundId} and state = 'raised'
          group by item_id`,
    );
    return new Map(rows.map(({ itemId, n }) => [itemId, Number(n)]));
  }

  /** What the tally counts of rounds; one statement, whatever their number. */
  forTally(source: Source, ...roundIds: readonly string[]): Promise<CountedVeto[]> {
    return source.rows<CountedVeto>(
      sql`select item_id as "itemId", ground, state from veto where round_id in ${sql.list(roundIds)} order by id`,
    );
  }

  /** The vetoes of rounds that have not been counted: nobody else may know of them yet. */
  async uncounted(source: Source): Promise<ReadonlySet<string>> {
    const rows = await source.rows<{ id: string }>(
      sql`select veto.id from veto join round on round.id = veto.round_id
          where round.state in ('open', 'locked')`,
    );
    return new Set(rows.map(({ id }) => id));
  }

  /**
   * One veto, as the first of these who may see it. A watcher who may settle or withdraw it comes before one who may
   * only look: a person may be signed in and have opened a voting link beside that.
   * @throws Refused 404 for one that is not there, and for one that none of them may see
   */
  async one(
    watchers: readonly Watcher[],
    id: string,
    source: Source = this.reader,
  ): Promise<SeenVeto & { watcher: Watcher }> {
    const [veto] = /^[0-9a-z]{26}$/.test(id) ? await this.read(source, sql`where veto.id = ${id}`) : [];
    const seen = watchers.flatMap((watcher) => {
      const own = watcher.as === 'person' || veto?.roll.some(({ seatId }) => seatId === watcher.roundSeatId);
      const standing = veto && own ? vetoStanding(veto, watcher, this.clock.now()) : null;
      return veto && standing ? [{ veto, standing, watcher }] : [];
    });
    const acting = seen.find(({ standing }) => standing.isConfirmer || standing.isRaiser);
    const found = acting ?? seen[0];
    if (found === undefined) throw new Refused(refuse('notFound'), 404);
    return found;
  }

  private async seen(source: Source, where: Sql, watcher: Watcher): Promise<SeenVeto[]> {
    const now = this.clock.now();
    return (await this.read(source, where)).flatMap((veto) => {
      const standing = vetoStanding(veto, watcher, now);
      return standing === null ? [] : [{ veto, standing }];
    });
  }

  /** Six statements, whatever the number of vetoes; the newest 500, which a city does not reach in years. */
  private async read(source: Source, where: Sql): Promise<VetoRead[]> {
    const rows = await source.rows<Row>(
      sql`select veto.id, veto.ground as "groundCode", veto.basis, veto.facts, veto.state,
            veto.raised_at as "raisedAt", veto.raised_by as "raisedBy", veto.raised_label as "raisedLabel",
            veto.round_seat_id as "raisedSeatId", veto.settled_at as "settledAt",
            veto.settled_label as "settledLabel", veto.settled_reason as "settledReason",
            veto.item_id as "itemId", item.position, item.lead_revision_id as "leadRevisionId",
            lead.number as "leadNumber", lead.scout_id as "scoutId", round.id as "roundId", round.number as "roundNumber",
            round.state as "roundState", round.deadline_at as "deadlineAt",
            round.rubric_version_id as "rubricVersionId"
          from veto join round on round.id = veto.round_id join round_item item on item.id = veto.item_id
            join lead on lead.id = item.lead_id ${where}
          order by case when veto.state = 'raised' then 0 else 1 end, veto.raised_at desc, veto.id desc limit 500`,
    );
    if (rows.length === 0) return [];
    const roundIds = [...new Set(rows.map(({ roundId }) => roundId))];
    const seats = await source.rows<SeatRow>(
      sql`select round_seat.id as "seatId", round_seat.round_id as "roundId", round_seat.function as "function",
            round_seat.unit_name as "unitName", coalesce(handed.to_id, round_seat.holder_id) as "voterId"
          from round_seat ${lastHandover}
          where round_seat.round_id in ${sql.list(roundIds)} order by round_seat.position`,
    );
    const takingPart = await source.rows<{ itemId: string; seatId: string }>(
      sql`select item_id as "itemId", round_seat_id as "seatId" from turnout
          where round_id in ${sql.list(roundIds)} and state <> 'recused'`,
    );
    const judging = new Set(takingPart.map(({ itemId, seatId }) => `${itemId} ${seatId}`));
    const kept = await source.rows<{ itemId: string; personId: string }>(
      sql`select item_id as "itemId", person_id as "personId" from lead_interest
          where round_id in ${sql.list(roundIds)} and keeps_away = 1
          union select item_id, person_id from chair_recusal where round_id in ${sql.list(roundIds)}`,
    );
    const declared = await source.rows<{ itemId: string; personId: string }>(
      sql`select item_id as "itemId", person_id as "personId" from interest_declaration
          where round_id in ${sql.list(roundIds)}
          union select item_id, cast_by from ballot_version
          where round_id in ${sql.list(roundIds)} and kind = 'cast'`,
    );
    const revisions = await this.leads.revisions(source, [...new Set(rows.map((row) => row.leadRevisionId))]);
    return Promise.all(
      rows.map(
        async ({ groundCode, leadRevisionId, roundId, roundNumber, roundState, deadlineAt, ...row }) => {
          const { rubricVersionId, ...veto } = row;
          const { vetoGrounds } = await this.rubrics.version(rubricVersionId);
          const ground = vetoGrounds.find(({ code }) => code === groundCode);
          if (!ground)
            throw new Error(`veto ${veto.id} is on a ground its rubric does not have: ${groundCode}`);
          return {
            ...veto,
            ground,
            keptAwayIds: kept.filter(({ itemId }) => itemId === veto.itemId).map(({ personId }) => personId),
            declaredIds: declared
              .filter(({ itemId }) => itemId === veto.itemId)
              .map(({ personId }) => personId),
            title: revisions.get(leadRevisionId)?.content.title ?? veto.leadNumber,
            investorName: revisions.get(leadRevisionId)?.content.investorName ?? '',
            round: { id: roundId, number: roundNumber, state: roundState, deadlineAt },
            roll: seats
              .filter((seat) => seat.roundId === roundId)
              .map((seat) => ({ ...seat, recused: !judging.has(`${veto.itemId} ${seat.seatId}`) })),
          };
        },
      ),
    );
  }
}

export const watcherOf = ({
  roundSeatId,
  personId,
}: Pick<BallotViewer, 'roundSeatId' | 'personId'>): Watcher => ({
  as: 'seat',
  roundSeatId,
  personId,
});

export const personOf = ({ personId, roles }: Viewer): Watcher => ({ as: 'person', personId, roles });
