import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { SecondStep } from '../domain/link/second-step';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import type { CanonicalValue } from '../domain/shared/canonical';
import type { Instant } from '../domain/shared/instant';

/** A standing body that scores and votes. Its chair rules on borderline items and votes only with a seat; so its deputy. */
@Entity('panel')
export class Panel {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { length: 60, unique: true }) name!: string;
  @Column('varchar', { name: 'chair_id', length: 26 }) chairId!: string;
  /** Presides over the items from which the chair is recused; null where none is appointed. */
  @Column('varchar', { name: 'deputy_id', length: 26, nullable: true }) deputyId!: string | null;
  @Column('varchar', { name: 'created_at', length: 24 }) createdAt!: Instant;
  @Column('varchar', { name: 'second_step', length: 8 }) secondStep!: SecondStep;
  /** The number of the round it was drawn for; null for a standing panel. */
  @Column('varchar', { name: 'drawn_for', length: 16, nullable: true }) drawnFor!: string | null;
}

/** A seat of a panel: the right to vote is the seat's, its holder and alternate only exercise it. */
@Entity('seat')
export class Seat {
  @PrimaryColumn('varchar', { length: 26 }) id!: string;
  @Column('varchar', { name: 'panel_id', length: 26 }) panelId!: string;
  /** From 1, in the order of the roll. */
  @Column('integer') position!: number;
  @Column('varchar', { length: 10 }) kind!: PanelKind;
  @Column('varchar', { name: 'unit_id', length: 26 }) unitId!: string;
  /** What a support seat speaks for, where a rule names it. */
  @Column('varchar', { length: 20, nullable: true }) function!: SeatFunction | null;
  @Column('smallint') mandatory!: number;
  /** Null while the seat is vacant. */
  @Column('varchar', { name: 'holder_id', length: 26, nullable: true }) holderId!: string | null;
  @Column('varchar', { name: 'alternate_id', length: 26, nullable: true }) alternateId!: string | null;
  @Column('varchar', { name: 'retired_at', length: 24, nullable: true }) retiredAt!: Instant | null;
}

/** What the seal of a panel covers: its columns and those of its seats, by position. */
export function sealOfPanel(panel: Panel, seats: readonly Seat[]): CanonicalValue {
  const { id, name, chairId, deputyId, createdAt, secondStep, drawnFor } = panel;
  const roll = [...seats].sort((a, b) => a.position - b.position).map(sealOfSeat);
  // Panels sealed before there was a second step or a deputy have none: their seals go on holding.
  const younger = {
    ...(secondStep === 'none' ? {} : { secondStep }),
    ...(drawnFor === null ? {} : { drawnFor }),
    ...(deputyId === null ? {} : { deputyId }),
  };
  return { id, name, chairId, createdAt, seats: roll, ...younger };
}

function sealOfSeat(seat: Seat): CanonicalValue {
  const { id, position, kind, unitId, mandatory, holderId, alternateId, retiredAt } = seat;
  return { id, position, kind, unitId, function: seat.function, mandatory, holderId, alternateId, retiredAt };
}
