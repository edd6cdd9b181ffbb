import { Injectable } from '@nestjs/common';
import { Reader } from '../database/reader';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import type { PanelKind, SeatFunction } from '../domain/rubric/panel-kind';
import type { Instant } from '../domain/shared/instant';
import { PanelTerm } from './panel-term.entity';
import type { SecondStep } from '../domain/link/second-step';

/** A panel as lists show it; `kinds` counts its seats that are not retired. */
export interface PanelCard {
  readonly id: string;
  readonly name: string;
  readonly chairId: string;
  readonly chairName: string;
  /** The number of the round it was drawn for; null for a standing panel. */
  readonly drawnFor: string | null;
  readonly seats: number;
  /** Seats without whose ballot an item has no quorum. */
  readonly mandatory: number;
  readonly kinds: Readonly<Record<PanelKind, number>>;
}

/** A seat with the names of its unit and its people. */
export interface SeatRead {
  readonly id: string;
  readonly position: number;
  readonly kind: PanelKind;
  readonly unitId: string;
  readonly unitName: string;
  readonly function: SeatFunction | null;
  readonly mandatory: number;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly holderPost: string | null;
  /** A holder whose account is disabled cannot vote: the seat counts as vacant. */
  readonly holderDisabledAt: Instant | null;
  readonly alternateId: string | null;
  readonly alternateName: string | null;
  readonly retiredAt: Instant | null;
}

export interface PanelRead {
  readonly id: string;
  readonly name: string;
  readonly chairId: string;
  readonly chairName: string;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly createdAt: Instant;
  /** What its voting links ask for after the button. */
  readonly secondStep: SecondStep;
  readonly drawnFor: string | null;
  readonly seats: readonly SeatRead[];
  /** How it was called and who chaired it before, the earliest first. */
  readonly terms: readonly TermRead[];
}

export type TermRead = Pick<
  PanelTerm,
  'name' | 'chairId' | 'chairName' | 'deputyId' | 'deputyName' | 'untilAt'
>;

/** What a panel was called and who chaired it, or chairs it, at some time. */
export type PanelAsOf = Omit<TermRead, 'untilAt'>;

type CountRow = { panelId: string; kind: PanelKind; n: number | string; mandatory: number | string };

/** Reads panels and seats. Everybody who may see the page sees all of them. */
@Injectable()
export class PanelsQueries {
  constructor(private readonly reader: Reader) {}

  /** All panels by name, in two statements whatever their number. */
  async list(source: Source = this.reader): Promise<PanelCard[]> {
    const panels = await source.rows<Pick<PanelCard, 'id' | 'name' | 'chairId' | 'chairName' | 'drawnFor'>>(
      sql`select panel.id, panel.name, panel.chair_id as "chairId", person.name as "chairName",
            panel.drawn_for as "drawnFor"
          from panel join person on person.id = panel.chair_id
          order by case when panel.drawn_for is null then 0 else 1 end, panel.name`,
    );
    const counts = await source.rows<CountRow>(
      sql`select panel_id as "panelId", kind, count(*) as n,
            sum(mandatory) as mandatory
          from seat where retired_at is null group by panel_id, kind`,
    );
    return panels.map((panel) => {
      const kinds = { park: 0, support: 0, institute: 0, enterprise: 0 };
      const own = counts.filter(({ panelId }) => panelId === panel.id);
      for (const { kind, n } of own) kinds[kind] = Number(n);
      const mandatory = own.reduce((sum, row) => sum + Number(row.mandatory), 0);
      return { ...panel, kinds, mandatory, seats: Object.values(kinds).reduce((sum, n) => sum + n, 0) };
    });
  }

  /** One panel with all its seats, retired ones too, by position. */
  async panel(id: string, source: Source = this.reader): Promise<PanelRead | null> {
    const panel = await source.one<Omit<PanelRead, 'seats' | 'terms'>>(
      sql`select panel.id, panel.name, panel.chair_id as "chairId", person.name as "chairName",
            panel.deputy_id as "deputyId", deputy.name as "deputyName",
            panel.created_at as "createdAt", panel.second_step as "secondStep",
            panel.drawn_for as "drawnFor"
          from panel join person on person.id = panel.chair_id
            left join person deputy on deputy.id = panel.deputy_id where panel.id = ${id}`,
    );
    return panel && { ...panel, seats: await this.seats(source, id), terms: await this.terms(source, id) };
  }

  /** What a panel was called and who chaired it at some time; null for one that does not exist. */
  async asOf(id: string, at: Instant, source: Source = this.reader): Promise<PanelAsOf | null> {
    const term = (await this.terms(source, id)).find(({ untilAt }) => at < untilAt);
    if (term) return term;
    return source.one<PanelAsOf>(
      sql`select panel.name, panel.chair_id as "chairId", person.name as "chairName",
            panel.deputy_id as "deputyId", deputy.name as "deputyName"
          from panel join person on person.id = panel.chair_id
            left join person deputy on deputy.id = panel.deputy_id where panel.id = ${id}`,
    );
  }

  private terms(source: Source, id: string): Promise<TermRead[]> {
    return source.find(PanelTerm, sql`where panel_id = ${id} order by position`);
  }

  /** The seats that would vote in a round opened now: not retired, with a holder whose account is in use. */
  async activeSeats(
    source: Source,
    panelId: string,
  ): Promise<(SeatRead & { holderId: string; holderName: string })[]> {
    const seats = await this.seats(source, panelId);
    return seats.flatMap((seat) =>
      seat.retiredAt === null &&
      seat.holderId !== null &&
      seat.holderName !== null &&
      seat.holderDisabledAt === null
        ? [{ ...seat, holderId: seat.holderId, holderName: seat.holderName }]
        : [],
    );
  }

  private seats(source: Source, panelId: string): Promise<SeatRead[]> {
    return source.rows<SeatRead>(
      sql`select seat.id, seat.position, seat.kind, seat.unit_id as "unitId", unit.name as "unitName",
            seat.function as "function", seat.mandatory, seat.holder_id as "holderId", holder.name as "holderName",
            holder.post as "holderPost", holder.disabled_at as "holderDisabledAt",
            seat.alternate_id as "alternateId", alternate.name as "alternateName", seat.retired_at as "retiredAt"
          from seat join unit on unit.id = seat.unit_id
            left join person holder on holder.id = seat.holder_id
            left join person alternate on alternate.id = seat.alternate_id
          where seat.panel_id = ${panelId} order by seat.position`,
    );
  }
}
