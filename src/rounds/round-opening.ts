import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { Viewer } from '../domain/access/viewer';
import { disputeLimits } from '../domain/insight/dispute-limits';
import { interestGrades } from '../domain/round/interest-grades';
import { roundMachine } from '../domain/round/round-moves';
import { insist } from '../domain/shared/refusal';
import { digestOf } from '../ledger/chain';
import { Ledger } from '../ledger/ledger';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { LeadsService } from '../leads/leads.service';
import { FairCompetitionQueries } from '../fair-competition/fair-competition.queries';
import { PanelsQueries } from '../panels/panels.queries';
import { RubricsQueries, type RubricVersionRead, type RuleSetRead } from '../rubrics/rubrics.queries';
import { actorOf } from '../ledger/actor';
import { pairKey } from '../domain/assignment/assignment';
import { CitySettingsQueries } from '../settings/city-settings.queries';
import { AssignmentsService } from './assignments.service';
import { InterestsService, type OpeningInterests } from './interests.service';
import { RoundRecords } from './round-records';
import { frozenContent, type Frozen } from './frozen-content';
import { inRoundWords } from './round-refusals';
import { sealOfItem, sealOfSeat } from './round-seals';
import { Round, RoundItem, RoundSeat, Turnout } from './round.entity';
import { SecondLooks } from './second-looks.service';

/** What goes into it. */
interface Ready {
  readonly items: readonly RoundItem[];
  readonly seats: RoundSeat[];
  /** Names of the pairs that were assigned; null when every seat judges every item. */
  readonly assigned: ReadonlySet<string> | null;
  readonly interests: OpeningInterests;
}

/** Opens rounds: everything that decides is fixed from here on. */
@Injectable()
export class RoundOpening {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly leads: LeadsService,
    private readonly leadCards: LeadsQueries,
    private readonly panels: PanelsQueries,
    private readonly rubrics: RubricsQueries,
    private readonly records: RoundRecords,
    private readonly assignments: AssignmentsService,
    private readonly interests: InterestsService,
    private readonly looks: SecondLooks,
    private readonly gate: FairCompetitionQueries,
    private readonly settings: CitySettingsQueries,
  ) {}

  /**
   * In this order: the machine and the fair-competition gate are asked, the leads enter the round and their revisions are frozen with the
   * marks that a second look carries over, the roll is
   * copied from the panel (of a round that was shared out the seats that have something to judge), whoever reported a
   * lead or has a confirmed interest in it is recused from it, the digest over all of it with the rubric and the rules
   * of the plan is stored with the versions of the city's limits and grades, and each item, each seat, each interest and the round are sealed.
   * @returns the open round, its roll, and how many items each seat has to judge by the seat's id on the roll
   * @throws Refused 409 with the reason
   */
  async open(
    tx: Tx,
    viewer: Viewer,
    round: Round,
  ): Promise<{ round: Round; items: number; seats: RoundSeat[]; own: ReadonlyMap<string, number> }> {
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId, tx);
    const rubric = await this.rubrics.version(round.rubricVersionId, tx);
    if (rules === null || rubric === null) throw new Error(`round ${round.number} has no rubric or no rules`);
    const items = await tx.find(RoundItem, sql`where round_id = ${round.id} order by position`);
    const cards = await this.leadCards.cards(
      tx,
      items.map(({ leadId }) => leadId),
    );
    const interests = await this.interests.forOpening(tx, round);
    const assigned = await this.assignments.forOpening(tx, round, rules.content);
    const seats = await this.rollFor(tx, round, rules, items, assigned);
    this.insistOnOpening(round, items, cards, seats, rubric, rules);
    insist((await this.gate.ofRound(tx, [...cards.values()])).refusal);
    const frozen = await this.freeze(tx, viewer, round, { items, seats, assigned, interests });
    const changes: Partial<Round> = {
      state: roundMachine.to('open'),
      openedAt: this.clock.now(),
      disputeVersion: (await this.settings.current(disputeLimits, tx)).version,
      gradesVersion: (await this.settings.current(interestGrades, tx)).version,
      frozenDigest: digestOf(frozenContent(round, frozen, rubric, rules)),
    };
    await this.sealAll(tx, viewer, round, frozen);
    await this.interests.recordOpening(tx, viewer, interests);
    const details = { items: items.length, seats: seats.length, frozen: changes.frozenDigest ?? '' };
    const opened = await this.records.write(tx, round, changes, { move: 'open', viewer, details });
    return { round: opened, items: items.length, seats, own: itemsOfSeats(frozen.turnout) };
  }

  private insistOnOpening(
    round: Round,
    items: readonly RoundItem[],
    cards: ReadonlyMap<string, LeadCard>,
    seats: readonly RoundSeat[],
    rubric: RubricVersionRead,
    rules: RuleSetRead,
  ): void {
    const busy = items.flatMap(({ leadId }) => {
      const card = cards.get(leadId);
      return card && card.state !== 'queued' ? [card.number] : [];
    });
    const refusal = roundMachine.check('open', round.state, {
      now: this.clock.now(),
      deadlineAt: round.deadlineAt,
      leads: items.length,
      leadsNotQueued: busy,
      rubricPublished: rubric.state === 'published',
      seats,
      rules: rules.content,
    });
    insist(inRoundWords(refusal, 'open', round.state));
  }

  private async rollFor(
    tx: Tx,
    round: Round,
    rules: RuleSetRead,
    items: readonly RoundItem[],
    assigned: ReadonlySet<string> | null,
  ): Promise<RoundSeat[]> {
    const all = await this.panels.activeSeats(tx, round.panelId);
    const active = all.filter(({ id }) => items.some((item) => judges(assigned, id, item.id)));
    const duties = rules.content.quorum.mandatoryFunctions;
    return active.map((seat, at) => ({
      id: this.ids.next(),
      roundId: round.id,
      seatId: seat.id,
      position: at + 1,
      kind: seat.kind,
      unitName: seat.unitName,
      function: seat.function,
      mandatory: seat.function !== null && duties.includes(seat.function) ? 1 : 0,
      holderId: seat.holderId,
      holderName: seat.holderName,
      alternateId: seat.alternateId,
      alternateName: seat.alternateName,
    }));
  }

  private async freeze(
    tx: Tx,
    viewer: Viewer,
    round: Round,
    { items, seats, assigned, interests }: Ready,
  ): Promise<Frozen> {
    const place = { roundId: round.id, roundNumber: round.number };
    const leadIds = items.map(({ leadId }) => leadId);
    const revisions = await this.leads.enterRound(tx, leadIds, place, actorOf(viewer));
    const looks = await this.looks.carried(tx, items);
    const frozen = items.map((item) => ({
      ...item,
      leadRevisionId: revisions.get(item.leadId) ?? null,
      carried: looks.get(item.id) ?? null,
    }));
    for (const { id, leadRevisionId, carried } of frozen)
      await tx.update(RoundItem, { leadRevisionId, carried }, sql`id = ${id}`);
    await tx.insert(RoundSeat, seats);
    const recused = new Set(interests.recused.map(pairKey));
    const turnout = seats.flatMap((seat) =>
      frozen
        .filter((item) => judges(assigned, seat.seatId, item.id))
        .map((item): Turnout => {
          const isKept = recused.has(pairKey({ seatId: seat.seatId, itemId: item.id }));
          const state = isKept ? 'recused' : 'waiting';
          return { roundSeatId: seat.id, itemId: item.id, roundId: round.id, state, at: null };
        }),
    );
    await tx.insert(Turnout, turnout);
    return { items: frozen, seats, turnout, isShared: assigned !== null, interests };
  }

  private async sealAll(tx: Tx, viewer: Viewer, round: Round, { items, seats }: Frozen): Promise<void> {
    const actor = actorOf(viewer);
    const facts = { round: round.number };
    for (const item of items) {
      await this.ledger.seal(tx, 'roundItem', item.id, sealOfItem(item), {
        kind: 'roundItem.frozen',
        actor,
        facts,
      });
    }
    for (const seat of seats) {
      await this.ledger.seal(tx, 'roundSeat', seat.id, sealOfSeat(seat), {
        kind: 'roundSeat.frozen',
        actor,
        facts,
      });
    }
  }
}

function judges(assigned: ReadonlySet<string> | null, seatId: string, itemId: string): boolean {
  return assigned === null || assigned.has(pairKey({ seatId, itemId }));
}

/** What a seat is recused from is nothing that it has to judge. */
function itemsOfSeats(turnout: readonly Turnout[]): Map<string, number> {
  const own = new Map<string, number>();
  for (const { roundSeatId, state } of turnout)
    if (state === 'waiting') own.set(roundSeatId, (own.get(roundSeatId) ?? 0) + 1);
  return own;
}
