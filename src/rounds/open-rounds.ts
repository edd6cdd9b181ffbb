import { Injectable } from '@nestjs/common';
import type { Tx } from '../database/transaction';
import { attendanceOf, roundProgress } from '../domain/round/progress';
import { seatsOf } from '../domain/round/roll';
import type { RoundState } from '../domain/round/round-moves';
import type { SeatVoter } from '../domain/round/seat-voter';
import type { RuleSet } from '../domain/rubric/rule-set';
import { Refused } from '../domain/shared/refusal';
import { Links } from '../links/links.service';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import type { Addressee } from './round-invitations';
import { RoundRecords } from './round-records';
import { outOfTurn } from './round-refusals';
import type { Round } from './round.entity';
import { RoundsQueries } from './rounds.queries';
import { SeatVotersQueries } from './seat-voters.queries';

/** An open round that no other act can touch, and how far its seats are. */
export interface OpenRound {
  readonly round: Round;
  readonly items: number;
  /** The rules it was opened with. */
  readonly rules: RuleSet;
  readonly addressees: readonly Addressee[];
  /** Who votes for each seat, by its id. */
  readonly voters: ReadonlyMap<string, SeatVoter>;
  /** Those who have not finished. A seat whose links were withdrawn is not among them: no reminder gives it another. */
  readonly silent: readonly Addressee[];
  /** Ballots that are still awaited, over all items. */
  readonly awaited: number;
  /** Items that lack their quorum. */
  readonly itemsShort: number;
}

/** Reads and locks open rounds for what is done while the voting goes on. */
@Injectable()
export class OpenRounds {
  constructor(
    private readonly records: RoundRecords,
    private readonly queries: RoundsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly links: Links,
    private readonly voters: SeatVotersQueries,
  ) {}

  /**
   * @param states those in which the move may be made
   * @throws Refused 404 for an unknown round, 409 for one in another state
   */
  async lock(
    tx: Tx,
    roundId: string,
    move: string,
    states: readonly RoundState[] = ['open'],
  ): Promise<OpenRound> {
    const round = await this.records.lock(tx, roundId);
    if (!states.includes(round.state)) throw new Refused(outOfTurn(move, round.state), 409);
    return this.standing(tx, round);
  }

  /** How far the seats of a round are that the caller holds. */
  async standing(tx: Tx, round: Round): Promise<OpenRound> {
    const roundId = round.id;
    const items = await this.queries.items(tx, roundId);
    const roll = await this.queries.roll(tx, roundId);
    const rules = (await this.rubrics.ruleSet(round.ruleSetVersionId, tx))?.content;
    if (!rules) throw new Error(`round ${round.number} has lost its rules`);
    const present = attendanceOf(items, await this.queries.turnout(tx, roundId));
    const progress = roundProgress(seatsOf(roll), present, rules.quorum);
    const withdrawn = await this.links.withdrawnSeats(tx, roundId);
    const bySeat = new Map(progress.seats.map((seat) => [seat.seatId, seat]));
    const addressees = roll.map((seat): Addressee => {
      const { awaited, cast } = bySeat.get(seat.id) ?? { awaited: 0, cast: 0 };
      return { seat, waiting: awaited, items: awaited + cast };
    });
    return {
      round,
      items: items.length,
      rules,
      addressees,
      voters: await this.voters.of(tx, roundId, roll),
      silent: addressees.filter(({ seat, waiting: left }) => left > 0 && !withdrawn.has(seat.id)),
      awaited: progress.awaited,
      itemsShort: progress.itemsShort,
    };
  }
}
