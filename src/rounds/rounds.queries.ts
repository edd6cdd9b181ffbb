import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { ROUND_STATES, type RoundState } from '../domain/round/round-moves';
import type { Instant } from '../domain/shared/instant';
import { Round, RoundAct, RoundItem, RoundSeat, Turnout } from './round.entity';

/** A round, an item, a seat of the frozen roll, as features above read them. */
export type RoundRead = Round;
export type RoundItemRead = RoundItem;
export type RollSeat = RoundSeat;
export type TurnoutRead = Turnout;
export type AssignedMark = Pick<Turnout, 'roundId' | 'itemId' | 'roundSeatId'>;

/** A round as the list shows it. `cast` and `eligible` count ballots over all items, from turnout alone. */
export interface RoundCard {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly state: RoundState;
  readonly panelName: string;
  readonly rubricZh: string;
  readonly rubricEn: string;
  readonly rubricVersion: number;
  readonly deadlineAt: Instant;
  readonly items: number;
  readonly seats: number;
  readonly cast: number;
  readonly eligible: number;
}

export interface RoundFilter {
  readonly state: RoundState | null;
  /** Part of a number or title; '' for all. */
  readonly q: string;
  readonly page: number;
  readonly size: number;
}

/** Reads rounds. Before closing there is nothing here about what anybody cast: only who has. */
@Injectable()
export class RoundsQueries {
  constructor(private readonly reader: Reader) {}

  round(source: Source, id: string): Promise<RoundRead | null> {
    return source.findOne(Round, sql`where id = ${id}`);
  }

  items(source: Source, roundId: string): Promise<RoundItemRead[]> {
    return source.find(RoundItem, sql`where round_id = ${roundId} order by position`);
  }

  /** The roll as frozen at opening; empty before. */
  roll(source: Source, roundId: string): Promise<RollSeat[]> {
    return source.find(RoundSeat, sql`where round_id = ${roundId} order by position`);
  }

  /** Of those rounds that were shared out which seat judges which item, in one query. */
  assigned(source: Source, roundIds: readonly string[]): Promise<AssignedMark[]> {
    return source.rows<AssignedMark>(
      sql`select turnout.round_id as "roundId", turnout.item_id as "itemId",
            turnout.round_seat_id as "roundSeatId"
          from turnout join assignment on assignment.id = turnout.round_id
          where turnout.round_id in ${sql.list(roundIds)}`,
    );
  }

  turnout(source: Source, roundId: string): Promise<TurnoutRead[]> {
    return source.find(Turnout, sql`where round_id = ${roundId}`);
  }

  acts(source: Source, roundId: string): Promise<RoundAct[]> {
    return source.find(RoundAct, sql`where round_id = ${roundId} order by position`);
  }

  /** One page of rounds, the newest first, with how many the filter finds. Three statements for any number of rows. */
  async list(
    filter: RoundFilter,
    source: Source = this.reader,
  ): Promise<{ rows: RoundCard[]; total: number }> {
    const text = `%${filter.q.toLowerCase().replace(/[\\%_]/g, (symbol) => `\\${symbol}`)}%`;
    const where = sql.where([
      ...(filter.state === null ? [] : [sql`round.state = ${filter.state}`]),
      ...(filter.q === ''
        ? []
        : [
            sql`(lower(round.number) like ${text} escape '\\' or lower(round.title) like ${text} escape '\\')`,
          ]),
    ]);
    const counted = await source.one<{ n: number | string }>(sql`select count(*) as n from round${where}`);
    const rows = await source.rows<Omit<RoundCard, 'cast' | 'eligible'>>(
      sql`select round.id, round.number, round.title, round.state, round.deadline_at as "deadlineAt",
            panel.name as "panelName", rubric.name_zh as "rubricZh", rubric.name_en as "rubricEn",
            rubric_version.version as "rubricVersion",
            (select count(*) from round_item where round_item.round_id = round.id) as items,
            (select count(*) from round_seat where round_seat.round_id = round.id) as seats
          from round join panel on panel.id = round.panel_id
            join rubric_version on rubric_version.id = round.rubric_version_id
            join rubric on rubric.id = rubric_version.rubric_id
          ${where} order by round.created_at desc, round.number desc limit ${filter.size} offset ${(filter.page - 1) * filter.size}`,
    );
    const cast = await this.counts(
      source,
      rows.map(({ id }) => id),
    );
    return {
      rows: rows.map((row) => ({
        ...row,
        items: Number(row.items),
        seats: Number(row.seats),
        cast: cast.get(`${row.id} cast`) ?? 0,
        eligible: (cast.get(`${row.id} cast`) ?? 0) + (cast.get(`${row.id} waiting`) ?? 0),
      })),
      total: Number(counted?.n ?? 0),
    };
  }

  /** How many rounds are in each state, for the tabs of the list. */
  async states(source: Source = this.reader): Promise<Record<RoundState, number>> {
    const rows = await source.rows<{ state: RoundState; n: number | string }>(
      sql`select state, count(*) as n from round group by state`,
    );
    const counts = Object.fromEntries(ROUND_STATES.map((state) => [state, 0])) as Record<RoundState, number>;
    for (const { state, n } of rows) counts[state] = Number(n);
    return counts;
  }

  /** Rounds that are open now, the nearest deadline first: for each desk. */
  open(source: Source = this.reader): Promise<RoundRead[]> {
    return source.find(Round, sql`where state = 'open' order by deadline_at, id`);
  }

  /** Rounds whose votes are counted, the one closed last first. */
  concluded(most: number, source: Source = this.reader): Promise<RoundRead[]> {
    return source.find(
      Round,
      sql`where state in ('closed', 'announced') order by closed_at desc, number desc limit ${most}`,
    );
  }

  /** Items and rolls of several rounds, in two queries. */
  async frozen(
    roundIds: readonly string[],
    source: Source = this.reader,
  ): Promise<{ items: RoundItemRead[]; rolls: RollSeat[] }> {
    const these = sql.list(roundIds);
    return {
      items: await source.find(RoundItem, sql`where round_id in ${these} order by round_id, position`),
      rolls: await source.find(RoundSeat, sql`where round_id in ${these} order by round_id, position`),
    };
  }

  private async counts(source: Source, roundIds: readonly string[]): Promise<Map<string, number>> {
    const rows = await source.rows<{ roundId: string; state: string; n: number | string }>(
      sql`select round_id as "roundId", state, count(*) as n from turnout
          where round_id in ${sql.list(roundIds)} group by round_id, state`,
    );
    return new Map(rows.map(({ roundId, state, n }) => [`${roundId} ${state}`, Number(n)]));
  }
}
