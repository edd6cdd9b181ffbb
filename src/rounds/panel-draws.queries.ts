import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import type { Source } from '../database/source';
import { sql } from '../database/sql';
import { noExpertise } from '../domain/assignment/match';
import { emptyContent } from '../domain/lead/content';
import { drawPanel, type Candidate, type Draw, type DrawCriteria } from '../domain/panel/draw';
import { PANEL_KINDS, type PanelKind, type SeatFunction } from '../domain/rubric/panel-kind';
import { msOf, toInstant } from '../domain/shared/instant';
import { LeadsQueries, type LeadCard } from '../leads/leads.queries';
import { LedgerQueries } from '../ledger/ledger.queries';
import { PanelsQueries } from '../panels/panels.queries';
import { ExpertiseQueries } from '../people/expertise.queries';
import { PeopleQueries, type PersonCard } from '../people/people.queries';
import { RubricsQueries } from '../rubrics/rubrics.queries';
import { lots } from './panel-lots';
import { RoundItem, type Round } from './round.entity';

/** Days that a draw counts when seats are given to those who had few. */
const lately = 365;

const kindOfUnit: Readonly<Partial<Record<string, PanelKind>>> = {
  park: 'park',
  department: 'support',
  institute: 'institute',
  enterprise: 'enterprise',
};

/** A seat of a standing panel, as the pool takes it. */
interface StandingSeat {
  holderId: string | null;
  alternateId: string | null;
  unitId: string;
  kind: PanelKind;
  function: SeatFunction | null;
}

/** What was asked for: how many of each kind, and whether expertise counts. */
export interface DrawWish {
  readonly perKind: Readonly<Record<PanelKind, number>>;
  readonly byExpertise: boolean;
}

/** Everything a draw is made of and shown with. */
export interface DrawMaterial {
  readonly seed: string;
  readonly criteria: DrawCriteria;
  readonly candidates: readonly Candidate[];
  readonly people: ReadonlyMap<string, PersonCard>;
  readonly leads: readonly (LeadCard | null)[];
  /** The alternate of a person on the standing panels. */
  readonly alternates: ReadonlyMap<string, string>;
  readonly draw: Draw;
}

/** Reads the pool from which a panel can be drawn for a planned round, and draws. Writes nothing. */
@Injectable()
export class PanelDrawsQueries {
  constructor(
    private readonly clock: Clock,
    private readonly ledger: LedgerQueries,
    private readonly leads: LeadsQueries,
    private readonly people: PeopleQueries,
    private readonly expertise: ExpertiseQueries,
    private readonly rubrics: RubricsQueries,
    private readonly panels: PanelsQueries,
  ) {}

  /** What is usual: as many of each kind as the round's present panel has, by expertise. */
  async usual(source: Source, round: Round): Promise<DrawWish> {
    const seats = await this.panels.activeSeats(source, round.panelId);
    const count = (kind: PanelKind): number => seats.filter((seat) => seat.kind === kind).length;
    const entries = PANEL_KINDS.map((kind) => [kind, count(kind)] as const);
    return { perKind: Object.fromEntries(entries) as Record<PanelKind, number>, byExpertise: true };
  }

  async material(source: Source, round: Round, { perKind, byExpertise }: DrawWish): Promise<DrawMaterial> {
    const items = await source.find(RoundItem, sql`where round_id = ${round.id} order by position`);
    const leadIds = items.map(({ leadId }) => leadId);
    const cards = await this.leads.cards(source, leadIds);
    const rules = await this.rubrics.ruleSet(round.ruleSetVersionId, source);
    const [planned] = await this.ledger.ofSubject('round', round.id, source);
    if (!planned || !rules) throw new Error(`round ${round.number} has no planning entry or no rules`);
    const panelists = (await this.people.withRole('panelist', source)).filter(
      (one) => one.disabledAt === null,
    );
    const seats = await this.standingSeats(source);
    const scouts = new Set([...cards.values()].map(({ scoutId }) => scoutId));
    const candidates = await this.candidates(source, panelists, seats, scouts);
    const criteria: DrawCriteria = {
      perKind,
      duties: rules.content.quorum.mandatoryFunctions,
      subjects: byExpertise ? await this.subjects(source, leadIds) : [],
    };
    const people = new Map(panelists.map((person) => [person.id, person]));
    return {
      seed: planned.hash,
      criteria,
      candidates,
      people,
      leads: leadIds.map((id) => cards.get(id) ?? null),
      alternates: new Map(
        seats.flatMap(({ holderId, alternateId }) =>
          holderId !== null && alternateId !== null ? [[holderId, alternateId] as const] : [],
        ),
      ),
      draw: drawPanel(candidates, criteria, lots(planned.hash)),
    };
  }

  private async candidates(
    source: Source,
    panelists: readonly PersonCard[],
    seats: readonly StandingSeat[],
    scouts: ReadonlySet<string>,
  ): Promise<Candidate[]> {
    const ids = panelists.map(({ id }) => id);
    const expertise = await this.expertise.ofAll(ids, source);
    const drawn = await this.drawnLately(source);
    const units = await this.people.units(source);
    const kindOf = (person: PersonCard): PanelKind | undefined =>
      seats.find(({ holderId, alternateId }) => holderId === person.id || alternateId === person.id)?.kind ??
      kindOfUnit[units.find(({ id }) => id === person.unitId)?.kind ?? ''];
    return panelists
      .flatMap((person): Candidate[] => {
        const kind = kindOf(person);
        if (kind === undefined) return [];
        const duties = seats.flatMap((seat) => (seat.unitId === person.unitId ? (seat.function ?? []) : []));
        return [
          {
            personId: person.id,
            unitId: person.unitId,
            kind,
            functions: [...new Set(duties)].sort(),
            expertise: expertise.get(person.id) ?? noExpertise,
            drawnLately: drawn.get(person.id) ?? 0,
            reported: scouts.has(person.id),
          },
        ];
      })
      .sort((a, b) => (a.personId < b.personId ? -1 : 1));
  }

  private async subjects(source: Source, leadIds: readonly string[]): Promise<DrawCriteria['subjects']> {
    const contents = await this.leads.newest(source, leadIds);
    return leadIds.map((id) => {
      const { industryCode, chain } = { ...emptyContent(), ...contents.get(id)?.content };
      return { industryCode, chain };
    });
  }

  private standingSeats(source: Source): Promise<StandingSeat[]> {
    return source.rows<StandingSeat>(
      sql`select seat.holder_id as "holderId", seat.alternate_id as "alternateId", seat.unit_id as "unitId",
            seat.kind, seat.function as "function"
          from seat join panel on panel.id = seat.panel_id
          where panel.drawn_for is null and seat.retired_at is null order by panel.id, seat.position`,
    );
  }

  private async drawnLately(source: Source): Promise<Map<string, number>> {
    const since = toInstant(msOf(this.clock.now()) - lately * 86_400_000);
    const rows = await source.rows<{ id: string; n: number | string }>(
      sql`select seat.holder_id as id, count(*) as n from seat join panel on panel.id = seat.panel_id
          where panel.drawn_for is not null and panel.created_at > ${since} and seat.holder_id is not null
          group by seat.holder_id`,
    );
    return new Map(rows.map(({ id, n }) => [id, Number(n)]));
  }
}
