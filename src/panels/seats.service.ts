import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import { insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { Panel, Seat, sealOfPanel } from './panel.entity';
import { checkOneSeat, checkSize } from './panel-rules';
import { PanelsService, peopleOf, type SeatPlan } from './panels.service';

export interface SeatHolders {
  readonly holderId: string | null;
  readonly alternateId: string | null;
}

type Act = { readonly kind: string; readonly facts: Record<string, string | number> };

/**
 * Keeps the seats of a panel that stands. Rounds that have been opened go on with the roll they were opened with.
 * Each change seals the whole panel anew.
 */
@Injectable()
export class SeatsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly panels: PanelsService,
  ) {}

  /** Adds a seat at the end of the roll. @throws Refused (422) for whoever may not sit on it, 404 */
  add(actor: LedgerActor, panelId: string, plan: SeatPlan): Promise<void> {
    return this.work.run(async (tx) => {
      const { panel, seats } = await this.locked(tx, panelId);
      const position = Math.max(0, ...seats.map((seat) => seat.position)) + 1;
      const seat = await this.panels.seatOf(tx, panelId, position, plan);
      await this.check(tx, seat, seats);
      await tx.insert(Seat, seat);
      await this.seal(tx, actor, panel, [...seats, seat], {
        kind: 'panel.seatAdded',
        facts: { seat: position },
      });
    });
  }

  /** Names who holds a seat and who stands in; the seat and its duty stay. @throws Refused (422), 404, 409 once retired */
  change(actor: LedgerActor, panelId: string, seatId: string, given: SeatHolders): Promise<void> {
    const { holderId, alternateId } = given;
    return this.alter(actor, panelId, seatId, 'panel.seatChanged', { holderId, alternateId });
  }

  /** Takes a seat off the roll of future rounds; it stays on record. @throws Refused (422) for the last one, 404, 409 */
  retire(actor: LedgerActor, panelId: string, seatId: string): Promise<void> {
    return this.alter(actor, panelId, seatId, 'panel.seatRetired', { retiredAt: this.clock.now() });
  }

  private alter(
    actor: LedgerActor,
    panelId: string,
    seatId: string,
    kind: string,
    change: Partial<Pick<Seat, 'holderId' | 'alternateId' | 'retiredAt'>>,
  ): Promise<void> {
    return this.work.run(async (tx) => {
      const { panel, seats } = await this.locked(tx, panelId);
      const seat = seats.find(({ id }) => id === seatId);
      if (!seat) throw new Refused(refuse('notFound'), 404);
      insist(seat.retiredAt === null ? null : refuse('seatRetired', { seat: seat.position }));
      const [others, changed] = [seats.filter((one) => one !== seat), { ...seat, ...change }];
      await this.check(tx, changed, others);
      await tx.update(Seat, change, sql`id = ${seatId}`);
      await this.seal(tx, actor, panel, [...others, changed], { kind, facts: { seat: seat.position } });
    });
  }

  /** Changes of one panel take turns, so that each seal covers what the one before has left. */
  private async locked(tx: Tx, panelId: string): Promise<{ panel: Panel; seats: Seat[] }> {
    const panel = await tx.findOne(Panel, sql`where id = ${panelId}${tx.forUpdate}`);
    if (!panel) throw new Refused(refuse('notFound'), 404);
    return { panel, seats: await tx.find(Seat, sql`where panel_id = ${panelId} order by position`) };
  }

  private async check(tx: Tx, seat: Seat, seats: readonly Seat[]): Promise<void> {
    const others = seats.filter(({ retiredAt }) => retiredAt === null);
    if (seat.retiredAt !== null) return insist(checkSize(others), 422);
    const people = await this.people.byIds(peopleOf([seat]), tx);
    const unitIds = new Set((await this.people.units(tx)).map(({ id }) => id));
    insist(checkOneSeat(seat, others, { people, unitIds }), 422);
  }

  private async seal(
    tx: Tx,
    actor: LedgerActor,
    panel: Panel,
    roll: readonly Seat[],
    act: Act,
  ): Promise<void> {
    await this.ledger.seal(tx, 'panel', panel.id, sealOfPanel(panel, roll), { ...act, actor });
  }
}
