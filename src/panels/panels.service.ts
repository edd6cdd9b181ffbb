import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { isUniqueViolation } from '../database/errors';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import { UnitOfWork } from '../database/unit-of-work';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import { firstRefusal, insist, Refused, refuse } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries } from '../people/people.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { Panel, Seat, sealOfPanel } from './panel.entity';
import { checkChair, checkDeputy, checkName, checkSeats } from './panel-rules';

export interface SeatPlan {
  readonly kind: PanelKind;
  readonly unitId: string;
  readonly function?: SeatFunction | null;
  /** Left out: whatever the decision rules in force say of its function. */
  readonly mandatory?: boolean;
  readonly holderId?: string | null;
  readonly alternateId?: string | null;
}

export interface PanelPlan {
  readonly name: string;
  readonly chairId: string;
  /** Left out: none is appointed. */
  readonly deputyId?: string | null;
  readonly seats: readonly SeatPlan[];
  /** The number of the only round that it is for. */
  readonly drawnFor?: string;
}

/** Sets panels up. What happens to single seats afterwards is done by `SeatsService`. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly work: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly rubrics: RubricsQueries,
  ) {}

  /** Sets up a panel on its own. @returns its id. @throws Refused (422) as `create` */
  async setUp(actor: LedgerActor, plan: PanelPlan): Promise<string> {
    try {
      return await this.work.run((tx) => this.create(tx, plan, actor));
    } catch (error) {
      if (isUniqueViolation(error)) throw new Refused(refuse('panelNameTaken', { name: plan.name }), 422);
      throw error;
    }
  }

  /**
   * Sets up a panel with its seats, in the order given.
   * @returns the panel's id
   * @throws Refused (422) when a holder is no panelist, sits twice, the chair may not rule, or the name is taken
   */
  async create(tx: Tx, plan: PanelPlan, actor: LedgerActor): Promise<string> {
    const panel: Panel = {
      id: this.ids.next(),
      name: plan.name,
      chairId: plan.chairId,
      deputyId: plan.deputyId ?? null,
      createdAt: this.clock.now(),
      secondStep: 'none',
      drawnFor: plan.drawnFor ?? null,
    };
    const seats: Seat[] = [];
    for (const [at, seat] of plan.seats.entries()) seats.push(await this.seatOf(tx, panel.id, at + 1, seat));
    await this.check(tx, panel, seats);
    await tx.insert(Panel, panel);
    await tx.insert(Seat, seats);
    await this.ledger.seal(tx, 'panel', panel.id, sealOfPanel(panel, seats), {
      kind: 'panel.created',
      actor,
      facts: { name: panel.name, seats: seats.length },
    });
    return panel.id;
  }

  /** A new seat; whether it has to cast follows from its function where the plan does not say. */
  async seatOf(tx: Tx, panelId: string, position: number, plan: SeatPlan): Promise<Seat> {
    const duty = plan.function ?? null;
    const duties = (await this.rubrics.currentRuleSet(tx))?.content.quorum.mandatoryFunctions ?? [];
    const mandatory = plan.mandatory ?? (duty !== null && duties.includes(duty));
    return {
      id: this.ids.next(),
      panelId,
      position,
      kind: plan.kind,
      unitId: plan.unitId,
      function: duty,
      mandatory: mandatory ? 1 : 0,
      holderId: plan.holderId ?? null,
      alternateId: plan.alternateId ?? null,
      retiredAt: null,
    };
  }

  private async check(tx: Tx, { name, chairId, deputyId }: Panel, seats: readonly Seat[]): Promise<void> {
    const people = await this.people.byIds([chairId, deputyId ?? chairId, ...peopleOf(seats)], tx);
    const unitIds = new Set((await this.people.units(tx)).map(({ id }) => id));
    const taken = await tx.findOne(Panel, sql`where name = ${name}`);
    const no = firstRefusal(
      () => checkName(name),
      () => (taken ? refuse('panelNameTaken', { name }) : null),
      () => checkChair(people.get(chairId)),
      () => checkDeputy(deputyId, chairId, people),
      () => checkSeats(seats, { people, unitIds }),
    );
    insist(no, 422);
  }
}

/** Everyone named on seats, as holder or alternate. */
export function peopleOf(seats: readonly Pick<Seat, 'holderId' | 'alternateId'>[]): string[] {
  return seats.flatMap(({ holderId, alternateId }) => [holderId, alternateId].filter((id) => id !== null));
}
