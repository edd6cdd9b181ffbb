import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Ids } from '../clock/ids';
import { sql } from '../database/sql';
import type { Tx } from '../database/transaction';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import { firstRefusal, insist, refuse, type Refusal } from '../domain/shared/refusal';
import { Ledger, type LedgerActor } from '../ledger/ledger';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { Panel, Seat, sealOfPanel } from './panel.entity';

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
  readonly seats: readonly SeatPlan[];
}

/** Sets panels up. */
@Injectable()
export class PanelsService {
  constructor(
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly ledger: Ledger,
    private readonly people: PeopleQueries,
    private readonly rubrics: RubricsQueries,
  ) {}

  /**
   * Sets up a panel with its seats, in the order given.
   * @returns the panel's id
   * @throws Refused (422) when a holder is no panelist, sits twice, or the name is taken
   */
  async create(tx: Tx, plan: PanelPlan, actor: LedgerActor): Promise<string> {
    const members = plan.seats.flatMap(({ holderId, alternateId }) => [
      holderId ?? null,
      alternateId ?? null,
    ]);
    const people = await this.people.byIds([plan.chairId, ...members.filter((id) => id !== null)], tx);
    const taken = await tx.findOne(Panel, sql`where name = ${plan.name}`);
    insist(
      firstRefusal(
        () => (taken ? refuse('panelNameTaken', { name: plan.name }) : null),
        ...checks(plan, people),
      ),
      422,
    );
    const duties = (await this.rubrics.currentRuleSet(tx))?.content.quorum.mandatoryFunctions ?? [];
    const panel: Panel = {
      id: this.ids.next(),
      name: plan.name,
      chairId: plan.chairId,
      createdAt: this.clock.now(),
    };
    const seats = plan.seats.map((seat, at): Seat => {
      const duty = seat.function ?? null;
      const mandatory = seat.mandatory ?? (duty !== null && duties.includes(duty));
      return {
        id: this.ids.next(),
        panelId: panel.id,
        position: at + 1,
        kind: seat.kind,
        unitId: seat.unitId,
        function: duty,
        mandatory: mandatory ? 1 : 0,
        holderId: seat.holderId ?? null,
        alternateId: seat.alternateId ?? null,
        retiredAt: null,
      };
    });
    await tx.insert(Panel, panel);
    await tx.insert(Seat, seats);
    await this.ledger.seal(tx, 'panel', panel.id, sealOfPanel(panel, seats), {
      kind: 'panel.created',
      actor,
      facts: { name: panel.name, seats: seats.length },
    });
    return panel.id;
  }
}

function checks(plan: PanelPlan, people: ReadonlyMap<string, PersonCard>): (() => Refusal | null)[] {
  const holders = plan.seats.map(({ holderId }) => holderId ?? null).filter((id) => id !== null);
  const alternates = plan.seats.map(({ alternateId }) => alternateId ?? null).filter((id) => id !== null);
  const twice = holders.find((id, at) => holders.indexOf(id) !== at);
  const both = plan.seats.find(({ holderId, alternateId }) => holderId && holderId === alternateId);
  const stranger = [...holders, ...alternates].find((id) => !people.get(id)?.roles.includes('panelist'));
  const nameOf = (id: string): string => people.get(id)?.name ?? '';
  return [
    () => (plan.name.trim() === '' || plan.name.length > 60 ? refuse('panelNameLength', { most: 60 }) : null),
    () => (plan.seats.length === 0 ? refuse('panelWithoutSeats') : null),
    () => (people.has(plan.chairId) ? null : refuse('panelWithoutChair')),
    () => (stranger === undefined ? null : refuse('notAPanelist', { name: nameOf(stranger) })),
    () => (twice === undefined ? null : refuse('holderTwice', { name: nameOf(twice) })),
    () => (both === undefined ? null : refuse('ownAlternate', { name: nameOf(both.holderId ?? '') })),
  ];
}
